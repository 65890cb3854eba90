/** Something of the reader's that makes no sense; the message says what. The program ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
