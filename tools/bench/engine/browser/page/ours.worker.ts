import './threads.ts';
import '../../../../../workers/model.worker.ts';
