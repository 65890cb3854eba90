/** A file that a graph names for its weights (ONNX's external data). */
export interface FileBeside {
  readonly path: string;
  readonly data: Uint8Array;
}
