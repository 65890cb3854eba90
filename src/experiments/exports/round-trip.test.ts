import { expect, it } from 'vitest';
import * as v from 'valibot';
import { breathing } from '../../domain/breathing.ts';
import { readBenchFile } from '../../formats/benches/read.ts';
import type { BenchFile } from '../../formats/benches/types.ts';
import type { ExportFile } from '../../formats/exports/file.ts';
import { fileNamed, linesOf, textOf } from '../../formats/exports/testing/read.ts';
import {
  FastChatJudgmentLine,
  FastChatPairLine,
} from '../../formats/exports/testing/simple-schemas.ts';
import { readRound } from '../plan/read-round.ts';
import { assemble } from '../results/assemble.ts';
import { newExperiment } from '../run/new-experiment.ts';
import { runExperiment } from '../run/run-experiment.ts';
import { smallDocument } from '../testing/documents.ts';
import { ruleEngine } from '../testing/rule-engine.ts';
import { MemoryKeeper, models, shelf } from '../testing/world.ts';
import { exportAlpaca } from './alpaca.ts';
import { exportFastChat } from './fastchat.ts';
import { exportLmEval } from './lm-eval.ts';
import type { ExportSource } from './source.ts';
import { wholeAnswers, askedIn, answerIn } from './turns.ts';
import { systemsOf } from './systems.ts';

const judge = { kind: 'judge', judge: { by: 'model', model: 'twin' } };
const number = (key: string) => Number.parseInt(key.slice(0, 6), 16);
/** A rating and a verdict, both decided by the cell's key; one reply in seven has neither. */
const says = (key: string): string =>
  number(key) % 7 === 0
    ? 'I would rather not say.'
    : `Rating: [[${1 + (number(key) % 10)}]] Verdict: [[${'ABC'[number(key) % 3] ?? ''}]]`;

/** An experiment that was run, two judges after it. */
async function judged(): Promise<ExportSource> {
  const document = smallDocument({
    scorers: [{ kind: 'lab-80' }, judge, { ...judge, mode: { against: { arm: 'bare' } } }],
  });
  const keeper = new MemoryKeeper();
  const engine = ruleEngine({ says });
  const record = await runExperiment(newExperiment(document), document, {
    keeper,
    engine,
    shelf: shelf(),
    models: models(),
    device: 'auto',
    judging: { createEngine: () => engine, room: 0 },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const rounds = await Promise.all((await keeper.rounds()).map(readRound));
  const results = await assemble(document, rounds, (keys) => keeper.cells(keys));
  return { record, results, ratings: [], texts: keeper.texts };
}

const source = await judged();
const systems = await systemsOf(source.results, breathing());
const fastchat = await exportFastChat(source, breathing());
const imported = (files: readonly ExportFile[], name: string): BenchFile => {
  const file = readBenchFile(textOf(fileNamed(files, name)), name.split('/').at(-1) ?? '');
  expect(file.problems).toEqual([]);
  return file;
};

it('FastChat: questions and answers come back as they were', () => {
  const questions = imported(fastchat, 'question.jsonl');
  const [round] = source.results.rounds;
  expect(questions).toMatchObject({
    kind: 'questions',
    items: round?.items.map(({ id, category, turns }) => ({
      id,
      category,
      turns: turns.en?.map(({ query, reference }) => ({ query, reference })),
    })),
  });
  for (const { name, conversations } of systems) {
    const answers = imported(fastchat, `model_answer/${name}.jsonl`);
    const first = conversations.filter(({ draw }) => draw === 0);
    expect(answers).toMatchObject({
      kind: 'answers',
      answers: first.map((conversation) => ({
        id: conversation.item.id,
        system: name,
        turns: wholeAnswers(conversation),
      })),
    });
  }
});

it('FastChat: what a judge said comes back with what was read in it', () => {
  const name = 'model_judgment/lab-instruct-4m_single.jsonl';
  const lines = v.parse(v.array(FastChatJudgmentLine), linesOf(fileNamed(fastchat, name)));
  const back = imported(fastchat, name);
  const answers = systems.flatMap(({ conversations }) =>
    conversations.flatMap(({ turns }) => turns),
  );
  expect(back).toMatchObject({ kind: 'judgments', form: 'single' });
  expect(lines).toHaveLength(answers.length);
  expect(lines.some(({ score }) => score === -1)).toBe(true);
  const values = answers.map(({ scores }) => {
    const scored = scores['judge/twin/single/parsed'];
    return scored && 'value' in scored ? scored.value : -1;
  });
  expect(lines.map(({ score }) => score).sort()).toEqual(values.sort());
  for (const { user_prompt, turn } of lines) {
    const answered = answers.filter(({ planned }) => planned.turn === turn);
    expect(answered.some((row) => user_prompt.includes(askedIn(row).query))).toBe(true);
  }
});

it('FastChat: verdicts of both orders in one row give the same win rate as the lab', () => {
  const name = 'model_judgment/lab-instruct-4m_pair.jsonl';
  const lines = v.parse(v.array(FastChatPairLine), linesOf(fileNamed(fastchat, name)));
  expect(imported(fastchat, name)).toMatchObject({ kind: 'judgments', form: 'pair' });
  expect(new Set(lines.map((line) => line.model_2))).toEqual(new Set(['lab-base-4m · bare']));
  // show_result.py: rows with an error are dropped, verdicts that disagree are a tie
  const worth = lines
    .filter((line) => line.g1_winner !== 'error' && line.g2_winner !== 'error')
    .map(({ g1_winner, g2_winner }) => {
      if (g1_winner !== g2_winner || g1_winner === 'tie') return 0.5;
      return g1_winner === 'model_1' ? 1 : 0;
    });
  const urial = systems.find(({ arm }) => arm.label === 'URIAL');
  const values = (urial?.conversations ?? [])
    .flatMap(({ turns }) => turns)
    .flatMap(({ scores }) => {
      const scored = scores['judge/twin/against bare/parsed'];
      return scored && 'value' in scored ? [scored.value] : [];
    });
  expect(values.length).toBeGreaterThan(0);
  expect(worth.sort()).toEqual(values.sort());
});

it('AlpacaEval and lm-evaluation-harness: answers come back with their questions', async () => {
  const alpaca = await exportAlpaca(source, breathing());
  const [draw] = systems[0]?.conversations ?? [];
  const [row] = draw?.turns ?? [];
  if (!row) throw new Error('there is no first row');
  expect(imported(alpaca, alpaca[0]?.name ?? '')).toMatchObject({
    kind: 'answers',
    form: 'alpaca-eval',
    answers: expect.arrayContaining([
      expect.objectContaining({ query: askedIn(row).query, turns: [answerIn(row)] }),
    ]),
  });
  const harness = await exportLmEval(source, breathing());
  const samples = harness.find(({ name }) => name.includes('turn_1')) as ExportFile;
  expect(imported(harness, samples.name)).toMatchObject({
    kind: 'answers',
    form: 'lm-eval',
    answers: expect.arrayContaining([
      expect.objectContaining({
        id: '0',
        query: askedIn(row).query,
        turns: [answerIn(row)],
        part: 'small_turn_1',
      }),
    ]),
  });
});
