const gibi = 2 ** 30;

/**
 * Bytes that models of one page may take together, as far as it can know: half of what the browser tells of the
 * machine's memory (in GiB, rounded, 8 at most in most browsers); 4 GiB of memory where it tells nothing.
 */
export const roomForModels = (
  { deviceMemory = 4 }: { deviceMemory?: number } = navigator as { deviceMemory?: number },
): number => (deviceMemory / 2) * gibi;
