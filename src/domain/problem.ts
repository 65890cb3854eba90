/** What can go wrong, in one word each; messages are for people, codes are for programs. */
export type ProblemCode =
  | 'bad-input'
  | 'browser-unsupported'
  | 'budget-spent'
  | 'cancelled'
  | 'context-exceeded'
  | 'device-failed'
  | 'file-damaged'
  | 'file-missing'
  | 'internal'
  | 'memory-short'
  | 'remote-failed'
  | 'remote-refused'
  | 'storage-blocked'
  | 'storage-failed'
  | 'storage-full'
  | 'tokenizer-missing'
  | 'training-diverged'
  | 'worker-crashed';

/** A problem as plain data, so that it crosses from the worker to the page. */
export interface ProblemReport {
  code: ProblemCode;
  /** What happened, naming the file, line or field. */
  message: string;
  /** What the reader can do about it. */
  remedy: string;
  /** For the curious: the underlying error's own words. */
  detail?: string;
}

/** An error that tells the reader what happened and what to do. */
export class Problem extends Error implements ProblemReport {
  readonly code: ProblemCode;
  readonly remedy: string;
  readonly detail?: string;

  constructor(report: ProblemReport, options?: ErrorOptions) {
    super(report.message, options);
    this.name = 'Problem';
    this.code = report.code;
    this.remedy = report.remedy;
    if (report.detail !== undefined) this.detail = report.detail;
  }

  /** Any thrown thing as a Problem; a Problem is returned as it is. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return new Problem(
      {
        code: 'internal',
        message: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: 'Try again; if it happens again, reload the page. Your saved runs are safe.',
        detail,
      },
      { cause: thrown },
    );
  }

  /** Plain data for postMessage, records and logs. */
  report(): ProblemReport {
    const { code, message, remedy, detail } = this;
    return detail === undefined ? { code, message, remedy } : { code, message, remedy, detail };
  }
}
