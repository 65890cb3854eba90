/** A command that needs what an earlier command makes; the message says which. */
export class NothingYetError extends Error {
  override readonly name = 'NothingYetError';
}
