/** The factor of a check's arms: the fixed block alone, and with the first so many that were found. */
export const promptFactor = 'prompt';

export const promptLabel = (found: number): string => (found === 0 ? 'URIAL' : `URIAL + ${found}`);
