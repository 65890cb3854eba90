import './counting.ts';
import './transformers.worker.ts';
