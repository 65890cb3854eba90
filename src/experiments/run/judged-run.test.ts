import { describe, expect, it } from 'vitest';
import type { JudgmentCell } from '../../domain/cell.ts';
import { readRound } from '../plan/read-round.ts';
import { smallDocument } from '../testing/documents.ts';
import { contents, judgedRun, judgmentsIn, plenty, rate, single } from '../testing/judged-run.ts';

const document = smallDocument({ scorers: [{ kind: 'lab-80' }, single] });

describe('A run with a judge', () => {
  it('judges every answer once, and scores it by what was said', async () => {
    const { keeper, go, results } = judgedRun(document);
    const record = await go();
    const answers = [...keeper.kept.values()].filter(({ kind }) => kind === 'answer');
    const judgments = judgmentsIn(keeper);
    expect(judgments).toHaveLength(answers.length);
    expect(record.cells).toEqual({
      total: 2 * answers.length,
      done: 2 * answers.length,
      failed: 0,
    });
    expect(new Set(keeper.times.values())).toEqual(new Set([1]));
    expect(new Set(judgments.flatMap(({ of }) => of))).toEqual(
      new Set(answers.map(({ key }) => key)),
    );
    for (const { planned, scores } of (await results()).rows) {
      if (planned.kind !== 'answer') continue;
      const { reply } = judgments.find(({ of }) => of[0] === planned.key) as JudgmentCell;
      const scored = scores['judge/twin/single/parsed'];
      expect(scored && 'value' in scored && `Rating: [[${scored.value}]]`).toBe(reply);
    }
    expect(record.models.map(({ id }) => id)).toEqual(['lab-base-4m', 'lab-instruct-4m']);
  });

  it('shows a second turn with all that was said before it', async () => {
    const { keeper, go } = judgedRun(document);
    await go();
    const texts = new Map(
      [...keeper.kept.values()].flatMap((cell) =>
        cell.kind === 'answer' ? [[cell.key, cell.generation.text] as const] : [],
      ),
    );
    const { cells } = await readRound(keeper.stored[0]);
    const first = new Map<string, string>(
      cells.flatMap(({ kind, turn, arm, item, seed, key }) =>
        kind === 'answer' && turn === 1 ? [[`${arm}/${item}/${seed}`, key] as const] : [],
      ),
    );
    for (const judgment of judgmentsIn(keeper)) {
      const planned = cells.find(({ key }) => key === judgment.key);
      const { turn, arm, item, seed } = planned ?? {};
      const whole = `${keeper.texts.get(judgment.prompt.recipe) ?? ''}${judgment.prompt.live}`;
      expect(whole).toContain(texts.get(judgment.of[0] ?? ''));
      if (turn === 2) expect(whole).toContain(texts.get(first.get(`${arm}/${item}/${seed}`) ?? ''));
    }
  });

  it('gives one judgment for every way of reading it', async () => {
    const readings = ['parsed', 'weighted', 'calibrated'].map((as) => ({ ...single, as }));
    const { keeper, go, results } = judgedRun(smallDocument({ scorers: readings }));
    await go();
    const plain = judgedRun(smallDocument({ scorers: [single] }));
    await plain.go();
    expect(contents(keeper)).toEqual(contents(plain.keeper));
    const rows = (await results()).rows.filter(({ planned }) => planned.kind === 'answer');
    for (const { scores } of rows) {
      expect(Object.keys(scores)).toHaveLength(3);
      for (const scored of Object.values(scores)) expect(scored).toHaveProperty('value');
    }
    for (const { choices } of judgmentsIn(keeper)) expect(choices).toHaveLength(10);
  });

  it('asks nothing that is stored', async () => {
    const first = judgedRun(document);
    await first.go();
    const second = judgedRun(document, first.keeper);
    await second.go();
    expect(second.engines.flatMap(({ asked }) => asked)).toEqual([]);
  });
});

describe('Where judges sit', () => {
  it('changes nothing in what they say', async () => {
    const says = rate;
    const beside = judgedRun(document);
    await beside.go({ arms: { says } });
    const after = judgedRun(document);
    await after.go({ room: 0 });
    expect(contents(after.keeper)).toEqual(contents(beside.keeper));
    expect(beside.engines).toHaveLength(2);
    expect(beside.engines[0]?.loads).toEqual(['lab-base-4m']);
    expect(beside.engines[1]?.loads).toEqual(['lab-instruct-4m']);
    expect(beside.engines.map(({ disposed }) => disposed)).toEqual([false, true]);
    expect(after.engines).toHaveLength(1);
    // looked at before anything is stored, then the arms, then once more
    expect(after.engines[0]?.loads).toEqual(['lab-instruct-4m', 'lab-base-4m', 'lab-instruct-4m']);
  });

  it('has the first answers judged while others are still to come, where there is room', async () => {
    const many = smallDocument({
      questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 40 },
      scorers: [single],
    });
    const kinds = async (room: number) => {
      const { keeper, go } = judgedRun(many);
      await go({ room });
      return [...keeper.kept.values()].map(({ kind }) => kind);
    };
    const beside = await kinds(plenty);
    expect(beside.indexOf('judgment')).toBeLessThan(beside.lastIndexOf('answer'));
    const after = await kinds(0);
    expect(after.indexOf('judgment')).toBeGreaterThan(after.lastIndexOf('answer'));
  });
});
