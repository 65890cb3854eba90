import type { ArmCell } from '../../../../domain/cell.ts';
import { layouts } from '../../../../domain/template.ts';
import type { ResultRow } from '../../../../experiments/results/results.ts';
import { deviceNames } from '../../../model/device-names.ts';
import { duration, fullTime } from '../../../parts/format.ts';
import type { Fact } from '../../../runs/facts.ts';

function decodingFacts(cell: ArmCell): Fact[] {
  if (cell.kind !== 'answer') return [];
  const { decoding, generation, served } = cell;
  const { temperature, topP, topK, minP, repetitionPenalty, penaltyScope } = decoding;
  const scope = penaltyScope === 'output' ? 'over the output' : 'over prompt and output';
  const { prefill, firstToken, total } = generation.timings;
  return [
    {
      name: 'Decoding',
      value: [
        temperature === 0 ? 'greedy' : `temperature ${temperature}`,
        ...(topP === 1 ? [] : [`top-p ${topP}`]),
        ...(topK === 0 ? [] : [`top-k ${topK}`]),
        ...(minP === 0 ? [] : [`min-p ${minP}`]),
        ...(repetitionPenalty === 1 ? [] : [`repetition penalty ${repetitionPenalty} ${scope}`]),
        `at most ${decoding.maxNewTokens} new tokens`,
      ].join(', '),
    },
    {
      name: 'Stop strings',
      value: decoding.stop.map((stop) => JSON.stringify(stop)).join(', ') || 'none',
      exact: decoding.stop.length > 0,
    },
    served
      ? { name: 'Answer tokens', value: served.usage ? counted(served.usage) : 'not told' }
      : { name: 'Answer tokens', value: String(generation.tokens.length) },
    served
      ? { name: 'Time to its answer', value: `${duration(total)}, waits and retries among it` }
      : {
          name: 'Time in its block',
          value: `${duration(total)}, beside others; prompt ${duration(prefill)}, first token after ${duration(firstToken)}`,
        },
  ];
}

const counted = ({ completionTokens }: { completionTokens: number }): string =>
  `${completionTokens.toLocaleString()}, by the server’s count`;

function promptTokens(cell: ArmCell): string {
  const tokens = cell.prompt.length.toLocaleString();
  if (cell.kind !== 'answer' || !cell.served) return tokens;
  return cell.served.usage ? `${tokens}, by the server’s count` : `about ${tokens}, by its length`;
}

const whereOf = (cell: ArmCell): string =>
  cell.device === 'served'
    ? `a served model${cell.kind === 'answer' && cell.served ? ` at ${cell.served.url}` : ''}`
    : deviceNames[cell.device];

/** Everything that replays a cell or explains what came of it. */
export function cellFacts(row: ResultRow, cell: ArmCell, seeds: readonly number[]): Fact[] {
  const { template, language } = row.arm.setting;
  const { model } = cell;
  return [
    { name: 'Layout', value: template === 'chat' ? 'The model’s own' : layouts[template].label },
    { name: 'Language', value: language },
    { name: seeds.length > 1 ? 'Seeds' : 'Seed', value: seeds.join(', ') },
    ...decodingFacts(cell),
    { name: 'Prompt tokens', value: promptTokens(cell) },
    { name: 'Model', value: `${model.label}, ${model.precision}` },
    ...(cell.tuning
      ? [
          { name: 'Adapter', value: cell.tuning.adapter, exact: true },
          ...(cell.tuning.training === null
            ? []
            : [{ name: 'Training', value: cell.tuning.training, exact: true }]),
        ]
      : []),
    { name: 'Fingerprint', value: model.fingerprint, exact: true },
    { name: 'Device', value: whereOf(cell) },
    { name: 'Asked at', value: fullTime(cell.createdAt) },
    { name: 'Versions', value: `app ${cell.version.app}, engine ${cell.version.engine}` },
    { name: 'Key', value: cell.key, exact: true },
  ];
}
