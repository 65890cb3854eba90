type Row = Readonly<Record<string, unknown>>;

/** A small valid file, in words of our own. */
export interface Sample {
  readonly name: string;
  readonly kind: string;
  readonly recognised: string;
  readonly rows: readonly Row[];
  /** As a list, where the format's own files are lists; else as lines. */
  readonly list?: boolean;
}
