import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demonstration } from '../../domain/demonstration.ts';
import { sha256 } from '../../domain/hash.ts';
import { promptText, renderPrompt } from '../../domain/prompt.ts';
import { readUrial, writeUrial } from '../../formats/urial-file.ts';
import { applyTransforms } from './apply-transforms.ts';
import type { Transform } from './transform.ts';

const file = '../shared/data/urial_prompts/inst_1k_v4.help.txt';
const absent = !existsSync(file);

/** Made by tools/fixtures/urial-transforms.py, which shares nothing with the code under test. */
interface Golden {
  transform: string;
  rules: boolean;
  /** In UTF-16 units. */
  length: number;
  sha256: string;
}
const goldens = JSON.parse(
  readFileSync('src/experiments/recipes/fixtures/urial-transforms.json', 'utf8'),
) as Golden[];

function transformOf(name: string): Transform {
  const [kind, rest = ''] = name.split(' ');
  if (kind === 'subset')
    return { kind, keep: rest === '' ? [] : rest.split(',').map((i) => Number(i)) };
  if (kind === 'shift') return { kind, by: Number(rest) };
  if (kind === 'queries-only' || kind === 'answers-only') return { kind };
  throw new Error(`No transform is called ${name}.`);
}

describe(`transforms of inst_1k_v4.help${absent ? ' (skipped: ../shared/data is absent)' : ''}`, () => {
  const read = () => readUrial(readFileSync(file, 'utf8'), file);
  const changed = (transform: Transform) => {
    const shown = read().pairs.map(({ query, answer }, i) =>
      demonstration(query, answer, '', `urial-${i}`),
    );
    return applyTransforms(shown, [transform], { seed: 0, pool: [] });
  };

  it.skipIf(absent).each(goldens)('$transform, rules: $rules', async (golden) => {
    const { rules, variant } = read();
    const text = promptText(
      renderPrompt(
        {
          rules: golden.rules ? rules : '',
          demonstrations: changed(transformOf(golden.transform)),
          template: variant,
        },
        [],
      ),
    );
    expect(text).toHaveLength(golden.length);
    expect(await sha256(text)).toBe(golden.sha256);
  });

  // SHA-256 of urial_prompts/qa_matching/urial/{urial.circular_shift,urial.no_answer}.txt of
  // tml-epfl/icl-alignment, the paper's own prompts.
  it.skipIf(absent).each<[Transform, string]>([
    [{ kind: 'shift', by: 1 }, '9730fd51c802732cbf46300831f55ab4f7b4b31f53af6b480fcabdb800c59ab3'],
    [{ kind: 'queries-only' }, '18181e4740943fb671237095552f5c666f5b2daad5b54d0126fb14f4fe70b657'],
  ])('is the published prompt to the byte: %o', async (transform, hash) => {
    const { rules, variant } = read();
    expect(await sha256(writeUrial({ rules, variant, pairs: changed(transform) }))).toBe(hash);
  });

  it('is compared in every form that the studies use', () => {
    expect(goldens).toHaveLength((8 + 2 + 2) * 2);
    expect(new Set(goldens.map(({ sha256: hash }) => hash)).size).toBe(goldens.length);
  });
});
