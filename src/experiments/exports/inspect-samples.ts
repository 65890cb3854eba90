import { givenTokens, type AnswerCell } from '../../domain/cell.ts';
import type {
  InspectChoice,
  InspectMessage,
  InspectSample,
  InspectScore,
  InspectStop,
  InspectUsage,
} from '../../formats/exports/inspect/log.ts';
import type { ResultRow } from '../results/results.ts';
import type { DocumentScorer } from '../results/scorers.ts';
import { refusalsOf } from './facts.ts';
import type { Conversation } from './systems.ts';
import { answerCell, answerIn, askedIn, failedCell, failureText } from './turns.ts';

const stops: Readonly<Record<AnswerCell['generation']['stopReason'], InspectStop>> = {
  'end-token': 'stop',
  'stop-string': 'stop',
  length: 'max_tokens',
  context: 'model_length',
  cancelled: 'unknown',
};

/** A scorer's name in a log: of two turns each has scores of its own. */
export const scoreName = (id: string, turn: number, turns: number): string =>
  turns > 1 ? `${id}, turn ${turn}` : id;

function messagesOf(turns: readonly ResultRow[], model: string): InspectMessage[] {
  return turns.flatMap((row): InspectMessage[] => {
    const content = answerIn(row);
    return [
      { role: 'user', content: askedIn(row).query, source: 'input' },
      ...(content === null
        ? []
        : [{ role: 'assistant' as const, content, source: 'generate' as const, model }]),
    ];
  });
}

/** Tokens as a server told them; those of the lab's models by their numbers, since cells keep no texts of them. */
function logprobsOf({ generation, served }: AnswerCell): InspectChoice['logprobs'] {
  const tokens = served ? served.pieces : generation.tokens.map((token) => `#${token}`);
  const content = generation.logProbabilities.map((logprob, i) => ({
    token: tokens[i] ?? '',
    logprob,
  }));
  return content.length > 0 ? { content } : null;
}

function choiceOf(cell: AnswerCell, content: string, model: string): InspectChoice {
  return {
    message: { role: 'assistant', content, source: 'generate', model },
    stop_reason: stops[cell.generation.stopReason],
    logprobs: logprobsOf(cell),
  };
}

function usageOf(cells: readonly AnswerCell[]): InspectUsage {
  const input = cells.reduce((sum, { prompt }) => sum + prompt.length, 0);
  const output = cells.reduce((sum, cell) => sum + givenTokens(cell), 0);
  return { input_tokens: input, output_tokens: output, total_tokens: input + output };
}

function scoresOf(
  turns: readonly ResultRow[],
  scorers: readonly DocumentScorer[],
  asked: number,
): Record<string, InspectScore> {
  const scores: Record<string, InspectScore> = {};
  for (const row of turns)
    for (const { id, version } of scorers) {
      const scored = row.scores[id];
      if (!scored || !('value' in scored) || !Number.isFinite(scored.value)) continue;
      const { turn } = row.planned;
      scores[scoreName(id, turn, asked)] = {
        value: scored.value,
        answer: answerIn(row) ?? '',
        explanation: null,
        metadata: { turn, scorer: id, version },
      };
    }
  return scores;
}

/** What the log has no place for: where a turn's prompt came from, and who could not judge it. */
function turnFacts(row: ResultRow): object {
  const cell = answerCell(row);
  const refusals = refusalsOf(row);
  return {
    turn: row.planned.turn,
    key: row.planned.key,
    ...(cell && { prompt: cell.prompt, raw: cell.generation.text }),
    ...(Object.keys(refusals).length > 0 && { unscored: refusals }),
  };
}

/**
 * A conversation as a sample; null where its first turn is still to come. One of which a turn failed has that
 * turn's error, and what was said and judged before.
 * @param asked turns of the experiment
 */
export function sampleOf(
  { item, seed, draw, turns }: Conversation,
  model: string,
  scorers: readonly DocumentScorer[],
  asked: number,
): InspectSample | null {
  const there = turns.filter(({ cell }) => cell !== undefined);
  const [first] = there;
  if (!first) return null;
  const cells = there.map(answerCell).filter((cell) => cell !== null);
  const failure = there.map(failedCell).find((cell) => cell !== null);
  const answered = there.filter((row) => answerIn(row) !== null);
  const [last, cell] = [answered.at(-1), cells.at(-1)];
  const content = last ? (answerIn(last) ?? '') : '';
  const references = turns.map((row) => askedIn(row).reference ?? '');
  const usage = usageOf(cells);
  return {
    id: item.id,
    epoch: draw + 1,
    input: askedIn(first).query,
    target: references.length === 1 ? (references[0] ?? '') : references,
    messages: messagesOf(there, model),
    output: {
      model,
      choices: cell ? [choiceOf(cell, content, model)] : [],
      completion: content,
      ...(cell && { usage: usageOf([cell]), time: cell.generation.timings.total / 1000 }),
    },
    scores: scoresOf(there, scorers, asked),
    metadata: {
      category: item.category,
      part: item.part,
      language: first.arm.setting.language,
      seed,
      turns: there.map(turnFacts),
    },
    model_usage: cells.length > 0 ? { [model]: usage } : {},
    ...(failure && { error: failureText(failure) }),
  };
}
