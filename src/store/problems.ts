import { Problem } from '../domain/problem.ts';

/** Another tab with an older lab holds the database open. */
export function blockedProblem(): Problem {
  return new Problem({
    code: 'storage-blocked',
    message:
      'What is saved here waits for another tab, which has an older version of the lab open.',
    remedy: 'Close the other tabs of the lab; this one then goes on by itself.',
  });
}

/** The browser closed the database while a change was being written. */
export function terminatedProblem(cause: unknown): Problem {
  return failed(
    cause,
    'The browser closed its storage during a change, so the change was not saved.',
    'Try again. If it happens again, look whether the disk is full.',
  );
}

/** No room on the disk, or in what the browser grants to this page. */
function full(cause: unknown): Problem {
  return new Problem(
    {
      code: 'storage-full',
      message:
        'The browser has no room left for this page. ' +
        'What was saved before is unchanged; this change was not saved.',
      remedy:
        'Open Runs or Experiments, export what you want to keep, delete runs or ' +
        'experiments that you do not need, then try again. Freeing disk space helps too.',
      detail: String(cause),
    },
    { cause },
  );
}

function failed(cause: unknown, message: string, remedy: string): Problem {
  return new Problem({ code: 'storage-failed', message, remedy, detail: String(cause) }, { cause });
}

/** A write over the quota fails with QuotaExceededError or, in Chromium, with a bare AbortError. */
const overQuota = (name: string) => name === 'QuotaExceededError' || name === 'AbortError';

/** Why the database did not open, for people. */
export function openingProblem(thrown: unknown): Problem {
  const name = thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError') return full(thrown);
  if (name === 'VersionError') {
    return failed(
      thrown,
      'What is saved here was written by a newer version of the lab.',
      'Reload this page to get the newer version. Nothing is lost.',
    );
  }
  return failed(
    thrown,
    'The browser does not let this page keep data, so nothing can be saved.',
    'Leave private browsing, or allow this site to store data, then reload the page.',
  );
}

/** What went wrong in an open database, for people. */
export function storageProblem(thrown: unknown): Problem {
  if (!(thrown instanceof DOMException)) return Problem.from(thrown);
  if (overQuota(thrown.name)) return full(thrown);
  return failed(
    thrown,
    'The browser could not read or write what is saved here.',
    'Try again; if it happens again, restart the browser.',
  );
}

/** A change to a run that is gone. */
export function notStoredProblem(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `The run ${id} is no longer stored, so the change could not be saved.`,
    remedy: 'It was deleted here or in another tab. Undo the deletion there, if you can.',
  });
}

/** What an addition throws: an id that is taken as a Problem, anything else as it is. */
export function additionProblem(thrown: unknown): unknown {
  if (!(thrown instanceof DOMException && thrown.name === 'ConstraintError')) return thrown;
  return new Problem({
    code: 'bad-input',
    message: 'One of these runs is already stored. None was added.',
    remedy: 'Nothing is lost: look for it in Runs.',
    detail: thrown.message,
  });
}
