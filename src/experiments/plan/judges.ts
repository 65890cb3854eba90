import type { Endpoint } from '../../engine/served/types.ts';
import type { Judge } from '../../scoring/scorers/judge.ts';
import { servedRole } from '../document/served.ts';
import { openingOf } from '../../scoring/judging/choose-prompt.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { endpointOf } from '../document/endpoint-of.ts';
import { askedOf, type JudgedPlace } from '../judging/asked.ts';
import { armBeside } from './judged-arm.ts';
import type { JudgmentGround } from './keys.ts';
import type { ModelledArm } from './modelled-arm.ts';
import type { ModelBook, PlannedModel } from './models.ts';

/** A judge of a document with what it is: weights of the lab, or a served model. */
export interface PlannedJudge {
  /** Its number among the document's scorers. */
  readonly scorer: number;
  readonly named: Judge;
  readonly asks: PlannedModel;
  /** Where it is served; null for weights of the lab. */
  readonly endpoint: Endpoint | null;
  /** Whether a served one is asked for its log-probabilities: only where some scorer reads them. */
  readonly logProbabilities: boolean;
  /** By arm, the one that its answers are set beside; null for none. Absent in single mode. */
  readonly beside: readonly (number | null)[] | null;
}

type Ground = Pick<ExperimentDocument, 'scorers' | 'served' | 'material'>;

/** The same judgments, however they are read. */
const withoutReading = ({ as: _, ...judge }: Judge): string => JSON.stringify(judge);

/** Whether some scorer that reads these judgments reads more than what was written. */
const readsShares = ({ scorers }: Ground, named: Judge): boolean =>
  scorers.some(
    (scorer) =>
      scorer.kind === 'judge' &&
      scorer.as !== 'parsed' &&
      withoutReading(scorer) === withoutReading(named),
  );

async function identityOf(
  document: Ground,
  named: Judge,
  models: ModelBook,
): Promise<Pick<PlannedJudge, 'asks' | 'endpoint' | 'logProbabilities'>> {
  const { judge } = named;
  if (judge.by === 'model') {
    const asks = await models.find(judge.model, judge.precision);
    return { asks, endpoint: null, logProbabilities: true };
  }
  const endpoint = endpointOf(document, judge.endpoint);
  const asks = await models.find(servedRole(endpoint.name), null);
  return { asks, endpoint, logProbabilities: readsShares(document, named) };
}

/**
 * Finds the judges of a document, and whom they set whose answers beside. An arm is not set beside itself.
 * @throws Problem 'bad-input' where a model, an endpoint or an arm is not there
 */
export async function findJudges(
  document: Ground,
  arms: readonly ModelledArm[],
  models: ModelBook,
): Promise<PlannedJudge[]> {
  const found: PlannedJudge[] = [];
  for (const [scorer, named] of document.scorers.entries()) {
    if (named.kind !== 'judge') continue;
    const { mode } = named;
    const others = (against: Record<string, string>) =>
      arms.map((arm, number) => {
        const other = armBeside(arms, arm, against, `scorers[${scorer}].mode.against`);
        return other === number ? null : other;
      });
    found.push({
      scorer,
      named,
      ...(await identityOf(document, named, models)),
      beside: mode === 'single' ? null : others(mode.against),
    });
  }
  return found;
}

/** What determines a judgment at a place, but for the answers' keys. */
export function judgmentGround(
  document: Pick<ExperimentDocument, 'material'>,
  { named, asks, endpoint, logProbabilities }: PlannedJudge,
  place: JudgedPlace,
): Omit<JudgmentGround, 'answers'> {
  const { prompt, queries, references } = askedOf(document, named, place);
  const { system_prompt, prompt_template } = prompt;
  return {
    judge: { fingerprint: asks.model.fingerprint, ...(endpoint && { logProbabilities }) },
    prompt: { system_prompt, prompt_template, opening: openingOf(prompt) },
    queries,
    references,
    maxNewTokens: named.maxNewTokens,
  };
}
