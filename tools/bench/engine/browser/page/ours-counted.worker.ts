import './counting.ts';
import './ours.worker.ts';
