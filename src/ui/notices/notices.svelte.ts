import { Problem, type ProblemReport } from '../../domain/problem.ts';

/** Something the reader should know: a problem with its remedy, or news with an undo. */
export interface Notice {
  id: number;
  kind: 'problem' | 'news';
  message: string;
  remedy?: string;
  detail?: string;
  action?: { label: string; run: () => void };
}

/** How long news stays, in milliseconds; problems stay until they are closed. */
const newsLifetime = 10_000;

class Notices {
  list = $state<Notice[]>([]);
  #nextId = 1;

  /** Shows any thrown thing as a problem; a cancellation is nobody's news. */
  problem(thrown: unknown, action?: Notice['action']): void {
    const { code, message, remedy, detail }: ProblemReport = Problem.from(thrown);
    if (code === 'cancelled') return;
    this.#show({
      kind: 'problem',
      message,
      remedy,
      ...(detail && { detail }),
      ...(action && { action }),
    });
  }

  /** Shows a sentence for some seconds, perhaps with something to press, such as "Undo". */
  news(message: string, action?: Notice['action']): void {
    const id = this.#show({ kind: 'news', message, ...(action && { action }) });
    setTimeout(() => this.close(id), newsLifetime);
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  #show(notice: Omit<Notice, 'id'>): number {
    const same = this.list.find((n) => n.kind === 'problem' && n.message === notice.message);
    if (same) this.close(same.id);
    const id = this.#nextId++;
    this.list.push({ id, ...notice });
    return id;
  }
}

export const notices = new Notices();
