import type { PreferenceJudgment } from '../../formats/benches/types.ts';
import {
  characters,
  lengthControlledInSteps,
  type LengthControlled,
} from '../../scoring/alpaca-eval/length-controlled.ts';
import { countable } from '../../scoring/alpaca-eval/preference.ts';
import { winRates, type WinRates } from '../../scoring/alpaca-eval/win-rate.ts';
import { preferenceScale } from '../../scoring/judging/agreement.ts';
import { clusteredMean, type Estimate } from '../../scoring/statistics/clustered.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import { weightsInSteps } from '../../scoring/statistics/weights.ts';
import { agreementPart } from './agreement.ts';
import { judgmentsOf, keyOf } from './rows.ts';
import { joined, type ScoredPart, type SourceFile } from './scored.ts';

/** AlpacaEval's numbers of one system against one baseline, by one judge. */
interface AlpacaScores extends WinRates {
  readonly judge: string;
  readonly system: string;
  readonly baseline: string;
  /** Mean characters of the system's answers. */
  readonly length: Estimate;
  readonly minimal: LengthControlled;
  /** null where no difficulties were given. */
  readonly difficulties: LengthControlled | null;
}

/** AlpacaEval's annotations: win rates, as they are and at equal lengths; agreement of judges. */
export async function alpacaPart(files: readonly SourceFile[], rest: Rest): Promise<ScoredPart> {
  const judgments = judgmentsOf(files, 'preference');
  if (judgments.length === 0) return joined([]);
  const difficulties = new Map(
    files.flatMap(({ file }) =>
      file.kind === 'difficulties'
        ? file.difficulties.map(({ instruction, difficulty }) => [instruction, difficulty] as const)
        : [],
    ),
  );
  const groups = new Map<string, { judge: string; rows: PreferenceJudgment[] }>();
  for (const { judge, row } of judgments) {
    const key = keyOf(judge, ...row.systems);
    const group = groups.get(key) ?? { judge, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const scores: AlpacaScores[] = [];
  for (const { judge, rows } of groups.values()) {
    const [baseline, system] = (rows[0] as PreferenceJudgment).systems;
    const names = { judge, system: system || 'system', baseline: baseline || 'baseline' };
    scores.push({ ...names, ...(await scoresOf(rows, difficulties, rest)) });
  }
  const agreement = await agreementPart(
    judgments.map(({ judge, row: { systems, instruction, preference } }) => ({
      judge,
      what: keyOf(instruction, ...systems),
      rating: countable(preference),
    })),
    preferenceScale,
    rest,
  );
  return joined([partOf(scores), agreement]);
}

async function scoresOf(
  rows: readonly PreferenceJudgment[],
  difficulties: ReadonlyMap<string, number>,
  rest: Rest,
): Promise<Omit<AlpacaScores, 'judge' | 'system' | 'baseline'>> {
  const preferences = rows.map(({ preference }) => countable(preference));
  const counted = preferences.filter((preference) => preference !== null).length;
  // drawing the resamples is what takes long: done here, with rests, they are there for all that follows
  if (counted > 1) await resting(weightsInSteps(counted, 1), rest);
  if (rows.length > 1) await resting(weightsInSteps(rows.length, 1), rest);
  const lengths = rows.map(
    ({ outputs }) => [characters(outputs[0]), characters(outputs[1])] as const,
  );
  const controlled = rows.map(({ instruction }, i) => ({
    preference: preferences[i] ?? null,
    lengths: lengths[i] as readonly [number, number],
    difficulty: difficulties.get(instruction) ?? null,
  }));
  const of = (withDifficulties: boolean) =>
    resting(lengthControlledInSteps(controlled, withDifficulties), rest);
  return {
    ...winRates(preferences),
    length: clusteredMean(lengths.map(([, value], i) => ({ of: String(i), value }))),
    minimal: await of(false),
    difficulties: difficulties.size > 0 ? await of(true) : null,
  };
}

function partOf(scores: readonly AlpacaScores[]): ScoredPart {
  const several = new Set(scores.map(({ judge }) => judge)).size > 1;
  const name = ({ system, judge }: AlpacaScores) => (several ? `${system}, by ${judge}` : system);
  const unknown = Math.max(...scores.map((row) => row.difficulties?.unknown ?? 0));
  const coefficient = (value: number | null | undefined) => (value == null ? '–' : value);
  return {
    scores: { alpacaEval: scores },
    notes: [
      'Length-controlled rates are our own fit without penalty. The leaderboard’s also rest on annotations of padded and cut baselines, and can differ by a point or so.',
      ...(unknown > 0
        ? [`Instructions without a difficulty, left out where difficulties count: ${unknown}.`]
        : []),
    ],
    tables: [
      {
        title: 'Win rates',
        about:
          'Per cent of preferences, with 95 % intervals that resample instructions. Discrete: every preference is a win or a loss first, a draw half. SE is the standard error of the win rate. Failed judgments are in no number.',
        head: [
          'system',
          'against',
          'win rate',
          'SE',
          'discrete',
          'wins',
          'draws',
          'losses',
          'failed',
        ],
        rows: scores.map((row) => [
          name(row),
          row.baseline,
          row.winRate,
          coefficient(row.standardError),
          row.discrete,
          row.wins,
          row.draws,
          row.losses,
          row.errors,
        ]),
      },
      {
        title: 'Win rates at equal lengths',
        about:
          'Per cent. Minimal: length and a constant; with difficulties: those of the instructions too. t_L, t_D and t_B are the coefficients of length, difficulty and the constant, in log-odds. Length: characters of the system’s answers.',
        head: ['system', 'model', 'length-controlled', 't_L', 't_D', 't_B', 'length'],
        rows: scores.flatMap((row) =>
          [row.minimal, ...(row.difficulties ? [row.difficulties] : [])].map(
            ({ model, winRate, coefficients }) =>
              [
                name(row),
                model,
                winRate,
                coefficient(coefficients?.length),
                coefficient(coefficients?.difficulty),
                coefficient(coefficients?.intercept),
                row.length,
              ] as const,
          ),
        ),
      },
    ],
  };
}
