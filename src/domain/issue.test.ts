import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { issueText } from './issue.ts';

const Schema = v.object({ runs: v.array(v.object({ topP: v.pipe(v.number(), v.maxValue(1)) })) });

function firstIssue(value: unknown, start?: string): string {
  const { issues } = v.safeParse(Schema, value);
  if (!issues) throw new Error('the value fits');
  return issueText(issues[0], start);
}

describe('issueText', () => {
  it('names the field by its path, list positions in brackets', () => {
    const value = { runs: [{ topP: 1 }, { topP: 2 }] };
    expect(firstIssue(value)).toBe('runs[1].topP: Expected <=1 but received 2');
  });

  it('starts from the path of the checked value', () => {
    expect(firstIssue({ runs: 'none' }, 'file')).toBe(
      'file.runs: Expected Array but received "none"',
    );
  });

  it('says of a field that no schema knows that there is none', () => {
    const { issues } = v.safeParse(v.strictObject({ seeds: v.number() }), { seeds: 1, sedes: 1 });
    expect(issues && issueText(issues[0])).toBe('sedes: there is no such field');
  });

  it('has no path at the root', () => {
    expect(firstIssue(3)).toBe('Expected Object but received 3');
  });
});
