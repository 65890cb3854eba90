import { canonicalJson, sha256 } from '../../domain/hash.ts';
import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import { inspectFile } from '../../formats/exports/inspect/file.ts';
import type { InspectRun } from '../../formats/exports/inspect/log.ts';
import { decodingOf } from '../plan/keys.ts';
import { wordsOf } from '../../formats/exports/names.ts';
import { scorersOf } from '../results/scorers.ts';
import { madeWith, recipesIn } from './facts.ts';
import { sampleOf, scoreName } from './inspect-samples.ts';
import { knobsOf, shotsOf } from './prompts.ts';
import type { ExportSource } from './source.ts';
import { systemsOf, type System } from './systems.ts';

const statuses = { finished: 'success', stopped: 'cancelled', running: 'started' } as const;

/** A name in Inspect's form, the same each time: 22 digits of a hash. */
const idOf = async (of: unknown): Promise<string> => (await sha256(canonicalJson(of))).slice(0, 22);

/** The texts that a system's prompts begin with, each once, by the hash that its samples name. */
function recipesOf(system: System, { texts }: ExportSource): Record<string, string> {
  return Object.fromEntries(
    [...recipesIn(system)].flatMap((hash) => {
      const text = texts.get(hash);
      return text === undefined ? [] : [[hash, text]];
    }),
  );
}

async function runOf(system: System, source: ExportSource): Promise<InspectRun> {
  const { record, results } = source;
  const { arm, round, conversations } = system;
  const { setting, model } = arm;
  const { decoding, template, rules, boundary, demonstrations, transforms, tuning } = setting;
  const scorers = scorersOf(results.document.scorers).filter(({ kind }) => kind !== 'likelihood');
  const asked = conversations.reduce((most, { turns }) => Math.max(most, turns.length), 1);
  const name = `incontext-lab/${model.id}`;
  const { app, engine, device } = madeWith(system);
  return {
    runId: await idOf([record.id]),
    taskId: await idOf([record.id, system.name]),
    startedAt: record.createdAt,
    endedAt: record.updatedAt,
    status: statuses[record.state],
    task: wordsOf(record.title) || 'experiment',
    displayName: `${record.title} · ${arm.label}`,
    taskArguments: { arm: arm.label, ...arm.levels },
    dataset: {
      name: record.title,
      ids: [...new Set(conversations.map(({ item }) => item.id))],
    },
    model: name,
    modelArguments: { precision: model.precision, fingerprint: model.fingerprint, device },
    epochs: Math.max(1, system.seeds.length),
    packages: { 'incontext-lab': app, 'incontext-lab-engine': engine },
    metadata: {
      experiment: record.id,
      template: record.template,
      system: system.name,
      round: round.number,
      seeds: system.seeds,
      recipes: recipesOf(system, source),
    },
    steps: [
      {
        solver: 'incontext_lab/prompt',
        params: {
          layout: template,
          rules,
          boundary,
          shots: shotsOf(setting, results.document),
          demonstrations,
          transforms,
          tuning,
          decoding,
        },
      },
      { solver: 'generate', params: {} },
    ],
    generate: {
      max_tokens: decoding.maxNewTokens,
      temperature: decoding.temperature,
      stop_seqs: decodingOf(setting, 0).stop,
      ...knobsFor(decoding),
    },
    scorers: scorers.flatMap(({ id }) =>
      Array.from({ length: asked }, (_, i) => scoreName(id, i + 1, asked)),
    ),
    planned: conversations.length,
    samples: {
      *[Symbol.iterator]() {
        for (const conversation of conversations) {
          const sample = sampleOf(conversation, name, scorers, asked);
          if (sample) yield sample;
        }
      },
    },
  };
}

/** Those of the knobs that Inspect has a name for; the prompt's step has them all. */
function knobsFor(decoding: Parameters<typeof knobsOf>[0]): Record<string, number> {
  const { min_p: _, repetition_penalty: __, ...known } = knobsOf(decoding);
  return known;
}

/** Every arm as a log of Inspect, its seeds as epochs; arms without answers are left out. */
export async function exportInspect(source: ExportSource, rest: Rest): Promise<ExportFile[]> {
  const systems = await systemsOf(source.results, rest);
  const files: ExportFile[] = [];
  for (const system of systems.filter(({ conversations }) => conversations.length > 0))
    files.push(await inspectFile(await runOf(system, source), rest));
  return files;
}
