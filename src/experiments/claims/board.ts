import { breathing } from '../../domain/breathing.ts';
import type { CellModel } from '../../domain/cell.ts';
import type { ExperimentRecord } from '../../domain/experiment.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import type { ClaimId } from '../document/contrast.ts';
import { adjustedFor, evaluate, type Evaluated } from '../results/contrasts.ts';
import { indexRows } from '../results/index-rows.ts';
import type { Results } from '../results/results.ts';
import { claims, type Claim } from './claims.ts';

/** What the data say of a claim. */
export type ClaimVerdict = Evaluated['verdict'];

/** The experiment behind a verdict, or one that could have been. */
export interface Evidence {
  readonly id: string;
  readonly title: string;
  readonly state: ExperimentRecord['state'];
  readonly updatedAt: string;
  /** Of its contrasts for the claim, the fewest items. */
  readonly n: number;
  /** What its contrasts alone say. */
  readonly verdict: ClaimVerdict;
}

/** One claim with what speaks for it and against it. */
export interface ClaimRow {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  /** p is adjusted by Holm's method for all contrasts of the board. */
  readonly contrasts: readonly Evaluated[];
  /** Null where no finished experiment tests it. */
  readonly experiment: Evidence | null;
  /** Others that test it: smaller ones, older ones, ones that are not finished. */
  readonly others: readonly Evidence[];
}

export interface Board {
  readonly model: Pick<CellModel, 'id' | 'label' | 'precision' | 'fingerprint'>;
  readonly rows: readonly ClaimRow[];
  /** For how many p-values those of the board were adjusted. */
  readonly tests: number;
}

/** An experiment with all that is known of it. */
export interface Known {
  readonly record: ExperimentRecord;
  readonly results: Results;
}

interface Tested {
  readonly evidence: Evidence;
  readonly contrasts: readonly Evaluated[];
}

/**
 * A claim's verdict from its contrasts': supported where all are, contradicted where any is, not run where
 * nothing was; else undecided.
 */
export function claimVerdict(verdicts: readonly ClaimVerdict[]): ClaimVerdict {
  if (verdicts.every((one) => one === 'not run')) return 'not run';
  if (verdicts.includes('contradicted')) return 'contradicted';
  return verdicts.every((one) => one === 'supported') ? 'supported' : 'undecided';
}

/** What one experiment says of every claim that it tests. */
async function testedBy({ record, results }: Known, rest: Rest): Promise<Map<ClaimId, Tested>> {
  const index = await indexRows(results);
  const byClaim = new Map<ClaimId, Evaluated[]>();
  for (const contrast of results.document.contrasts) {
    const { claim } = contrast;
    if (claim === null) continue;
    const before = byClaim.get(claim) ?? [];
    byClaim.set(claim, [...before, await evaluate(index, contrast, rest)]);
  }
  const { id, title, state, updatedAt } = record;
  const evidence = (contrasts: readonly Evaluated[]): Evidence => ({
    id,
    title,
    state,
    updatedAt,
    n: Math.min(...contrasts.map((one) => one.n)),
    verdict: claimVerdict(contrasts.map((one) => one.verdict)),
  });
  return new Map(
    [...byClaim].map(([claim, contrasts]) => [claim, { evidence: evidence(contrasts), contrasts }]),
  );
}

/** Finished ones first, then those with more items, then newer ones; the id parts what is equal. */
function byWeight({ evidence: a }: Tested, { evidence: b }: Tested): number {
  const finished = ({ state }: Evidence) => (state === 'finished' ? 0 : 1);
  return (
    finished(a) - finished(b) ||
    b.n - a.n ||
    Date.parse(b.updatedAt) - Date.parse(a.updatedAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Whether an experiment was run on these weights, as the ones that its reader chose. */
const isOn = ({ models: [chosen] }: ExperimentRecord, model: Board['model']): boolean =>
  chosen?.fingerprint === model.fingerprint && chosen.precision === model.precision;

/**
 * The claims board of one model. A claim goes by one experiment: of the finished ones that could say
 * something, that with the most items, the newest of equals. Those that are not finished decide nothing, so
 * that nobody stops when the numbers please; the page may work meanwhile.
 * @param experiments any: those of other models are passed over
 */
export async function boardOf(
  model: Board['model'],
  experiments: readonly Known[],
  rest: Rest = breathing(),
): Promise<Board> {
  const tested: ReadonlyMap<ClaimId, Tested>[] = [];
  for (const known of experiments)
    if (isOn(known.record, model)) tested.push(await testedBy(known, rest));
  const found = claims.map((claim) => {
    const [first, ...others] = tested.flatMap((one) => one.get(claim.id) ?? []).sort(byWeight);
    const best = first?.evidence.state === 'finished' ? first : null;
    return { claim, best, others: best || !first ? others : [first, ...others] };
  });
  const all = adjustedFor(found.flatMap(({ best }) => best?.contrasts ?? []));
  return {
    model,
    tests: all.filter(({ p }) => p !== null).length,
    rows: found.map(({ claim, best, others }) => ({
      claim,
      verdict: best?.evidence.verdict ?? 'not run',
      contrasts: all.splice(0, best?.contrasts.length ?? 0),
      experiment: best?.evidence ?? null,
      others: others.map(({ evidence }) => evidence),
    })),
  };
}
