import { describe, expect, it } from 'vitest';
import type { BenchItem } from '../../../src/scoring/lab-80/schema.ts';
import { tinyBench } from '../testing/tiny-bench.ts';
import { bare, icl, rulesOnly, sampled, templateOnly, tuned, twin, type Arm } from './condition.ts';
import { jobFor } from './prompt.ts';

const [lion] = tinyBench.items as [BenchItem];
const job = (arm: Arm, earlier: string[] = [], draw = 0) =>
  jobFor(
    tinyBench,
    { condition: { arm, language: 'en', part: 'world' }, item: lion, draw },
    earlier,
  );
const text = (arm: Arm, earlier: string[] = []) => {
  const { prefix, suffix } = job(arm, earlier);
  return prefix + suffix;
};
const open = '# Query:\n```\nWhere does a lion live?\n```\n\n# Answer:\n```\n';

describe('jobFor', () => {
  it('writes each way of asking', () => {
    expect(text(bare)).toBe('Where does a lion live?');
    expect(text(templateOnly)).toBe(open);
    expect(text(tuned(12))).toBe(open);
    expect(text(rulesOnly)).toMatch(/^# Instruction\n\nBelow are questions.*\n\n# Query:/s);
    expect(text(twin)).toBe('[user]\nWhere does a lion live?\n[assistant]\n');
  });

  it('puts demonstrations into the prefix, which all items share', () => {
    const { prefix, suffix } = job(icl(3));
    expect(suffix).toBe(open);
    expect(prefix.match(/# Query:/g)).toHaveLength(3);
    expect(
      prefix.match(/```\nGood question! Answer \d of \w+\. I hope this helps!\n```/g),
    ).toHaveLength(3);
  });

  it('asks the second turn after the model’s own first answer', () => {
    const { prefix, suffix } = job(icl(3), ['In the zoo.']);
    expect(prefix).toBe(job(icl(3)).prefix);
    expect(suffix).toBe(
      `${open}In the zoo.\n\`\`\`\n\n${open.replace('Where does a lion live', 'And a lion')}`,
    );
  });

  it('ends at the fence where there is one, and draws by seed and key', () => {
    expect(job(icl(3)).stop).toEqual(['# Query', '# User', '```']);
    expect(job(bare).stop).toEqual([]);
    const arm = sampled(templateOnly);
    expect(job(arm, [], 4).decoding).toEqual({
      temperature: 1,
      seed: 4,
      key: 'en world template T=1/world-lion/1',
    });
    expect(job(arm, ['x']).decoding.key).not.toBe(job(arm).decoding.key);
  });
});
