import { describe, expect, it } from 'vitest';
import { isHeldOut } from '../../pretrain/corpus/hold-out.ts';
import { nouns } from '../../pretrain/corpus/words/index.ts';
import { arrows, fences } from './layouts.ts';
import { probeCases, probeName } from './probe.ts';
import { exactStyle, recall } from './tasks.ts';
import { heldOutScene, probeWord } from './words.ts';

describe('probes', () => {
  it('ask what their examples decide, the same questions every time', () => {
    for (const { task, size } of probeCases)
      for (let i = 0; i < 20; i++) {
        const draw = () => task.draw(heldOutScene(`test/${i}`), size);
        const { examples, query, expected, right } = draw();
        expect(JSON.stringify(draw())).toBe(JSON.stringify({ examples, query, expected }));
        expect(right(expected)).toBe(true);
        expect(right('')).toBe(false);
        expect(right(query)).toBe(false);
        expect(examples.length).toBeGreaterThan(0);
      }
  });

  it('have one right answer to a recall question', () => {
    const { examples, query, expected } = recall.draw(heldOutScene('one'), 16);
    expect(examples).toHaveLength(16);
    expect(examples.filter((shown) => shown.query === query)).toEqual([
      { query, answer: expected },
    ]);
    expect(examples.filter(({ answer }) => answer === expected)).toHaveLength(1);
  });

  it('invent no word that training may have had', () => {
    const plain = new Set(nouns.map(({ en }) => en));
    const scene = heldOutScene('words');
    for (let i = 0; i < 200; i++) {
      const word = probeWord(scene);
      expect(plain.has(word) || isHeldOut('nonsense', word)).toBe(true);
    }
  });

  it('want both phrases of a style, and nothing of the answer between', () => {
    const { expected, right } = exactStyle.draw(heldOutScene('style'), 3);
    const [opening = ''] = expected.split(/(?<=[.!]) /);
    expect(right(`${opening} Anything.`)).toBe(false);
    expect(right(expected.toLowerCase())).toBe(false);
  });

  it('are written as lines or in the live layout', () => {
    const question = recall.draw(heldOutScene('layout'), 1);
    const [{ query: key = '', answer: value = '' } = {}] = question.examples;
    expect(arrows.job(question)).toMatchObject({
      prefix: `${key} -> ${value}\n`,
      suffix: `${key} ->`,
    });
    expect(fences.job(question).prefix).toBe(
      `# Query:\n\`\`\`\n${key}\n\`\`\`\n\n# Answer:\n\`\`\`\n${value}\n\`\`\`\n\n`,
    );
  });

  it('have names of their own', () => {
    expect(new Set(probeCases.map(probeName)).size).toBe(probeCases.length);
  });
});
