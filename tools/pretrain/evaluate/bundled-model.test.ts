import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { ModelManifest, type Precision } from '../../../src/domain/model.ts';
import { describeFile } from '../export/manifest.ts';
import { ExportedModel } from './exported-model.ts';
import { readingSet } from './reading.ts';

// Real models on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000 });

const folder = 'public/models/lab-base-2m';

describe('the bundled model', () => {
  it('has the files that its manifest tells', () => {
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
    for (const file of v.parse(ModelManifest, JSON.parse(text)).files)
      expect(
        describeFile({ path: file.path, bytes: readFileSync(join(folder, file.path)) }),
      ).toEqual(file);
  });

  // The lesson of the lab in its smallest form: this must be so in the page, too.
  it.each<Precision>(['fp32', 'q4'])(
    'has a manner only when shown it, in %s',
    async (precision) => {
      const model = await ExportedModel.open(folder, precision);
      const { conditions } = readingSet({
        id: 'test',
        label: 'Test',
        about: '',
        template: 'urial-fenced',
        rules: 'Below are questions with friendly answers.',
        demonstrations: [
          ['How many legs does a cow have?', 'A cow has 4 legs.'],
          ['What is the capital of France?', 'The capital of France is Paris.'],
          ['What is the opposite of hot?', 'The opposite of hot is cold.'],
        ].map(([query = '', answer = '']) => ({
          query,
          answer: `Good question! ${answer} I hope this helps!`,
          category: '',
        })),
        queries: ['Where does a lion live?'],
      });
      const answers: string[] = [];
      for (const { prompt, stop } of conditions)
        answers.push(
          await model.continue(prompt('Where does a lion live?'), { maxNewTokens: 60, stop }),
        );
      const [bare = '', header = '', , shown = ''] = answers;
      expect(bare).not.toMatch(/good question|lives in|hope/i);
      expect(header).not.toMatch(/good question|hope/i);
      expect(shown).toMatch(/^Good question! A lion lives .+ I hope this helps!\s*$/);
      // In 4 bits the manner survives, this fact does not.
      if (precision === 'fp32') expect(shown).toContain('lives in the savanna');
      await model.close();
    },
  );
});
