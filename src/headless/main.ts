import { createWorkerEngine } from '../engine/worker-engine.ts';
import { readBeside, Shelf } from '../experiments/material/shelf.ts';
import { DrivenLab } from './lab.ts';

// A reader who comes here by chance finds a sentence; only a driver lays its side into the page.
if ('labDriver' in window)
  window.lab = new DrivenLab({
    driver: (message) => window.labDriver(message),
    weights: (adapter) => window.labWeights(adapter),
    shelf: new Shelf(readBeside(document.baseURI)),
    engine: createWorkerEngine(),
    createEngine: () => createWorkerEngine(),
  });
