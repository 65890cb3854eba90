import type { LoadProgress } from '../../../workers/protocol.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Where a load stands, in words. */
export function progressSentence({ stage, subject, loaded, total }: LoadProgress): string {
  switch (stage) {
    case 'download':
      return total > 0
        ? `Reading ${subject}: ${megabytes(loaded)} of ${megabytes(total)}`
        : `Reading ${subject}`;
    case 'verify':
      return `Checking ${subject}`;
    case 'session':
      return `Starting on ${subject}`;
    case 'self-test':
      return `Testing ${subject}`;
  }
}
