/** Files by name, read and written as a whole: the browser's private files, or a folder of the disk in tests. */
export interface Folder {
  /** Null where there is no such file. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Writes parts one after the other and waits until they are on the disk. What was there before is lost,
   * and a crash in the middle leaves half a file: who needs more writes under another name first.
   * @throws Problem 'storage-full', 'storage-blocked' or 'storage-failed'
   */
  write(name: string, parts: readonly Uint8Array<ArrayBuffer>[]): Promise<void>;
  /** One that is not there is no fault. */
  remove(name: string): Promise<void>;
  list(): Promise<string[]>;
}
