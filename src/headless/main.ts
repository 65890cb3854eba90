import { createWorkerEngine } from '../engine/worker-engine.ts';
import { GivenSets } from '../experiments/library/library.ts';
import { readBeside, Shelf } from '../experiments/material/shelf.ts';
import { DrivenLab } from './lab.ts';

// A reader who comes here by chance finds a sentence; only a driver lays its side into the page.
if ('labDriver' in window) {
  const sets = new GivenSets();
  window.lab = new DrivenLab({
    driver: (message) => window.labDriver(message),
    weights: (adapter) => window.labWeights(adapter),
    shelf: new Shelf(readBeside(document.baseURI), sets),
    sets,
    engine: createWorkerEngine(),
    createEngine: (seat) => createWorkerEngine({ seat }),
  });
}
