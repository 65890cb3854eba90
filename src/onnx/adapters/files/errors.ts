/** An adapter's file that cannot be used: `where` names the part of it, `what` what is wrong. */
export class AdapterFileError extends Error {
  override readonly name = 'AdapterFileError';
  readonly where: string;
  readonly what: string;

  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
    this.where = where;
    this.what = what;
  }
}
