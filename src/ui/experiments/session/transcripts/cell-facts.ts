import type { ArmCell } from '../../../../domain/cell.ts';
import { layouts } from '../../../../domain/template.ts';
import type { ResultRow } from '../../../../experiments/results/results.ts';
import { deviceNames } from '../../../model/device-names.ts';
import { duration, fullTime } from '../../../parts/format.ts';
import type { Fact } from '../../../runs/facts.ts';

function decodingFacts(cell: ArmCell): Fact[] {
  if (cell.kind !== 'answer') return [];
  const { decoding, generation } = cell;
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
    { name: 'Answer tokens', value: String(generation.tokens.length) },
    {
      name: 'Time in its block',
      value: `${duration(total)}, beside others; prompt ${duration(prefill)}, first token after ${duration(firstToken)}`,
    },
  ];
}

/** Everything that replays a cell or explains what came of it. */
export function cellFacts(row: ResultRow, cell: ArmCell, seeds: readonly number[]): Fact[] {
  const { template, language } = row.arm.setting;
  const { model } = cell;
  return [
    { name: 'Layout', value: template === 'chat' ? 'The model’s own' : layouts[template].label },
    { name: 'Language', value: language },
    { name: seeds.length > 1 ? 'Seeds' : 'Seed', value: seeds.join(', ') },
    ...decodingFacts(cell),
    { name: 'Prompt tokens', value: cell.prompt.length.toLocaleString() },
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
    { name: 'Device', value: deviceNames[cell.device] },
    { name: 'Asked at', value: fullTime(cell.createdAt) },
    { name: 'Versions', value: `app ${cell.version.app}, engine ${cell.version.engine}` },
    { name: 'Key', value: cell.key, exact: true },
  ];
}
