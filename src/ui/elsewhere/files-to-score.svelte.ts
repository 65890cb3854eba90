import { Problem } from '../../domain/problem.ts';
import type { SourceFile } from '../../experiments/elsewhere/scored.ts';
import { readBenchFile } from '../../formats/benches/read.ts';

/** Files with answers and judgments that were made elsewhere, as the reader gave them; kept nowhere. */
export class FilesToScore {
  /** In the order given; a file of the same name takes the place of the one before. */
  files = $state.raw<readonly SourceFile[]>([]);
  /** What could not be read, file by file. */
  problems = $state.raw<readonly { readonly name: string; readonly problem: Problem }[]>([]);

  /** Reads files one after another, beside those that are there. */
  async add(given: readonly File[]): Promise<void> {
    for (const one of given) {
      const { name } = one;
      this.remove(name);
      try {
        const file = readBenchFile(await one.text(), name);
        this.files = [...this.files, { name, file }];
      } catch (thrown) {
        this.problems = [...this.problems, { name, problem: Problem.from(thrown) }];
      }
    }
  }

  /** Takes a file away, or what is said of it. */
  remove(name: string): void {
    this.files = this.files.filter((file) => file.name !== name);
    this.problems = this.problems.filter((problem) => problem.name !== name);
  }
}
