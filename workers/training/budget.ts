const gibi = 2 ** 30;

/**
 * Bytes that a training may take: half of the machine's memory, as far as the browser tells it (GiB), and
 * no more than fits beside a model into the 4 GiB that wasm has.
 */
export const trainingBudget = (deviceMemory = 4): number => Math.min(3, deviceMemory / 2) * gibi;
