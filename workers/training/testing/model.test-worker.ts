import './without-runner.ts';
import '../../model.worker.ts';
