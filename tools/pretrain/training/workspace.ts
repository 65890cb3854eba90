import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another program trains in the same folder. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The folder of one recipe's run: checkpoint, log, tokenizer. Not kept in git. */
export class Workspace {
  readonly folder: string;
  readonly checkpoint: string;
  readonly log: string;
  readonly tokenizer: string;
  private readonly lock: string;

  constructor(folder: string) {
    this.folder = folder;
    this.checkpoint = join(folder, 'checkpoint.bin');
    this.log = join(folder, 'log.jsonl');
    this.tokenizer = join(folder, 'tokenizer.json');
    this.lock = join(folder, 'in-use-by');
  }

  /** Claims the folder for this process. Throws `BusyError` while another process holds it. */
  claim(): void {
    this.refuseIfBusy();
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.lock, String(process.pid));
  }

  /** Gives the folder back. */
  release(): void {
    rmSync(this.lock, { force: true });
  }

  /** Moves an earlier run aside and returns where to, or undefined if there was none. */
  setAside(): string | undefined {
    if (!existsSync(this.folder)) return undefined;
    this.refuseIfBusy();
    const aside = `${this.folder}.old`;
    rmSync(aside, { recursive: true, force: true });
    renameSync(this.folder, aside);
    return aside;
  }

  private refuseIfBusy(): void {
    if (!existsSync(this.lock)) return;
    const pid = Number(readFileSync(this.lock, 'utf8'));
    if (pid > 0 && pid !== process.pid && alive(pid))
      throw new BusyError(
        `${this.folder} is in use by process ${pid}. Wait for it, or end it with Ctrl+C.`,
      );
  }
}
