/**
 * Comes first in a worker, whose name is the number of threads that it is to work with: runtimes choose by
 * the number of cores that the browser tells.
 */
Object.defineProperty(navigator, 'hardwareConcurrency', { value: Number(self.name) });
