/** A model file that cannot be read: `message` says what is wrong, `where` in which part. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly where: string;

  constructor(where: string, what: string) {
    super(`damaged or unsupported ONNX file: ${where}: ${what}`);
    this.where = where;
  }
}
