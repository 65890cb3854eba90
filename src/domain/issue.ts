import type * as v from 'valibot';

/**
 * Where and what a schema found wrong, for people: `runs[3].decoding.topP: Expected <=1 but received 2`.
 * @param start path of the checked value itself, such as `runs[3]`; empty at the root of a file
 */
export function issueText(issue: v.BaseIssue<unknown>, start = ''): string {
  let path = start;
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  const what = unknown ? 'there is no such field' : issue.message.replace(/^Invalid \w+: /, '');
  return path === '' ? what : `${path}: ${what}`;
}
