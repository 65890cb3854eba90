import type { Engine } from '../../src/engine/engine.ts';
import { createWorkerEngine } from '../../src/engine/worker-engine.ts';

declare global {
  interface Window {
    /** The product's engine, without the product's page around it. */
    engine: Engine;
    /** Problems the engine told of by itself. */
    crashes: string[];
  }
}

window.engine = createWorkerEngine();
window.crashes = [];
window.engine.onCrash((problem) => window.crashes.push(`${problem.code}: ${problem.message}`));
