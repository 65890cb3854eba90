/**
 * The name of a worker whose model works beside another worker's, such as a judge's: it takes fewer threads. Measured on two
 * cores (`npm run bench -- judging`): with all threads for both, the first keeps 0.41 of its pace, so 0.55.
 */
export const secondSeat = 'second model';
