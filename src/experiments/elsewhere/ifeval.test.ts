import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BenchAnswer, BenchItem } from '../../formats/benches/types.ts';
import { readBenchFile } from '../../formats/benches/read.ts';
import { named, sharedData } from '../../scoring/testing/shared-data.ts';
import { scorable, scoreFiles } from './score-files.ts';
import type { Scored, ScoreTable, SourceFile } from './scored.ts';
import { source } from './testing/sample-files.ts';

const rest = () => undefined;

const prompts = (...texts: string[]): SourceFile =>
  source('prompts.jsonl', {
    kind: 'questions',
    bench: 'ifeval',
    name: 'prompts',
    language: 'en',
    licence: null,
    source: null,
    items: texts.map((query, i): BenchItem => ({
      id: String(i),
      category: '',
      language: 'en',
      turns: [{ query, reference: null }],
      ifeval: { instructions: [{ id: 'punctuation:no_comma', kwargs: {} }] },
    })),
  });

const answer = (query: string, text: string, strict: boolean | null = null): BenchAnswer => ({
  id: '0',
  system: '',
  turns: [text],
  query,
  ifeval: {
    instructions: ['en:punctuation:no_comma'],
    strict: strict === null ? null : [strict],
    loose: null,
  },
});

const responses = (...answers: BenchAnswer[]): SourceFile =>
  source('out/model-a.jsonl', { kind: 'answers', form: 'ifeval', answers });

const table = ({ tables }: Scored, title: string) =>
  tables.find((each) => each.title.startsWith(title)) as ScoreTable;

describe('responses to IFEval', () => {
  it('are checked under the name of their file, prompts without one apart', async () => {
    const files = [
      prompts('One?', 'Two?', 'Three?'),
      responses(answer('One?', 'a, b'), answer('Two?', 'a b')),
    ];
    expect(scorable(files)).toEqual(['ifeval']);
    const found = await scoreFiles('ifeval', files, rest);
    expect(table(found, 'Instructions').rows).toMatchObject([
      ['model-a', { n: 2, value: 50 }, { n: 2, value: 50 }, { n: 2 }, { n: 2 }, 1],
    ]);
    expect(table(found, 'By type').rows[0]?.[0]).toBe('punctuation:no_comma');
  });

  it('are found by their place where the prompt was edited, else left out and counted', async () => {
    const files = [prompts('One?', 'Two!'), responses(answer('One?', 'a'), answer('Two?', 'b'))];
    const found = await scoreFiles('ifeval', files, rest);
    expect(table(found, 'Instructions').rows[0]?.[1]).toMatchObject({ n: 2, value: 100 });
    expect(found.notes).toEqual([
      'model-a: prompts that read otherwise in the responses, found by their place: 1.',
    ]);
    const shorter = await scoreFiles('ifeval', [prompts('One?'), files[1] as SourceFile], rest);
    expect(table(shorter, 'Instructions').rows[0]?.[1]).toMatchObject({ n: 1 });
    expect(shorter.notes).toEqual([
      'model-a: responses to prompts that are not here, left out: 1.',
    ]);
  });

  it('are compared with the flags that another checker left in the file', async () => {
    const given = responses(answer('One?', 'a, b', true), answer('Two?', 'a b', true));
    const found = await scoreFiles('ifeval', [prompts('One?', 'Two?'), given], rest);
    expect(table(found, 'What the files').rows).toMatchObject([
      ['model-a', { n: 2, value: 100 }, { n: 0 }, { n: 2 }, { n: 0, value: null }],
    ]);
    expect(table(found, 'Agreement').rows).toMatchObject([
      ['en:punctuation:no_comma', { n: 2, value: 50 }, { n: 0 }],
    ]);
    const alone = await scoreFiles('ifeval', [given], rest);
    expect(alone.tables.map(({ title }) => title)).toEqual(['What the files’ own checker says']);
  });

  it('are refused without prompts or flags', async () => {
    const files = [responses(answer('One?', 'a'))];
    expect(scorable(files)).toEqual([]);
    await expect(scoreFiles('ifeval', files, rest)).rejects.toThrow('IFEval is scored by');
  });

  it.skipIf(!sharedData)(
    named('have the published totals, and our own within two prompts'),
    async () => {
      const files = [
        'ifeval_en_input_data',
        'mifeval_en_Qwen2.5-1.5B-Instruct-GPTQ-Int4_results',
      ].map((name) => {
        const text = readFileSync(`../shared/data/ifeval/${name}.jsonl`, 'utf8');
        return { name, file: readBenchFile(text, name) };
      });
      const found = await scoreFiles('ifeval', files, rest);
      const values = (title: string) =>
        table(found, title)
          .rows[0]?.slice(1, 5)
          .map((cell) => (typeof cell === 'object' ? Number(cell.value) / 100 : NaN)) ?? [];
      const published = [0.3715, 0.4214, 0.4952, 0.5384];
      expect(values('What the files').map((value) => Number(value.toFixed(4)))).toEqual(published);
      values('Instructions followed').forEach((value, i) =>
        expect(Math.abs(value - (published[i] as number))).toBeLessThan(0.004),
      );
      expect(table(found, 'Instructions followed').rows[0]?.[1]).toMatchObject({ n: 541 });
    },
  );
});
