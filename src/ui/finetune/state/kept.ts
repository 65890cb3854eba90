import * as v from 'valibot';
import { Decoding } from '../../../domain/decoding.ts';
import { issueText } from '../../../domain/issue.ts';
import { DeviceChoice } from '../../../domain/model.ts';
import { Problem } from '../../../domain/problem.ts';
import { Conversation, Preference } from '../../../domain/training/conversation.ts';
import { TrainingRows } from '../../../domain/training/rows.ts';
import { TrainingSettings } from '../../../domain/training/settings.ts';
import type { Drafts } from './surroundings.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What an adapter was made from: for its training set's file, and the script that repeats it. */
export const KeptSet = v.variant('method', [
  v.object({
    method: v.literal('sft'),
    examples: v.array(v.object({ place: text, example: Conversation })),
  }),
  v.object({
    method: v.literal('dpo'),
    examples: v.array(v.object({ place: text, example: Preference })),
  }),
]);

/** A training with all that it takes to go on with it in another page. */
export const Kept = v.object({
  schema: v.literal(1),
  id: text,
  /** What the adapter will be called. */
  name: text,
  base: v.object({ id: text, label: text, fingerprint: text }),
  settings: TrainingSettings,
  rows: TrainingRows,
  data: v.object({ sha256: text, rows: count, tokens: count, label: text }),
  /** Of the rows that are learnt from, by their number. */
  places: v.array(text),
  set: KeptSet,
  query: text,
  probe: v.object({ promptTokens: v.array(count), decoding: Decoding, key: text }),
  device: DeviceChoice,
  begunAt: text,
});
export type Kept = v.InferOutput<typeof Kept>;

/** What the query was answered with after so many steps. */
export const Sample = v.object({ step: count, text, stopReason: text });
export type Sample = v.InferOutput<typeof Sample>;

const index = 'trainings';
const nameOf = (id: string) => `training/${id}`;
const samplesOf = (id: string) => `training/${id}/samples`;
const setOf = (adapter: string) => `training-set/${adapter}`;

/** Trainings that are under way or were left, beside their checkpoints, which the worker keeps. */
export class KeptTrainings {
  readonly #drafts: Promise<Drafts>;

  constructor(drafts: Promise<Drafts>) {
    this.#drafts = drafts;
  }

  /** All that can be read, the oldest first; others are left where they are. */
  async all(): Promise<Kept[]> {
    const drafts = await this.#drafts;
    const kept: Kept[] = [];
    for (const id of await this.#ids()) {
      const parsed = v.safeParse(Kept, await drafts.readDraft(nameOf(id)));
      if (parsed.success) kept.push(parsed.output);
    }
    return kept;
  }

  async put(kept: Kept): Promise<void> {
    const drafts = await this.#drafts;
    await drafts.writeDraft(nameOf(kept.id), kept);
    await drafts.writeDraft(index, [...new Set([...(await this.#ids()), kept.id])]);
  }

  async remove(id: string): Promise<void> {
    const drafts = await this.#drafts;
    const others = (await this.#ids()).filter((other) => other !== id);
    await drafts.writeDraft(index, others);
    await drafts.writeDraft(nameOf(id), null);
    await drafts.writeDraft(samplesOf(id), null);
  }

  async samples(id: string): Promise<Sample[]> {
    const stored = await (await this.#drafts).readDraft(samplesOf(id));
    const parsed = v.safeParse(v.array(Sample), stored);
    return parsed.success ? parsed.output : [];
  }

  async putSamples(id: string, samples: readonly Sample[]): Promise<void> {
    await (await this.#drafts).writeDraft(samplesOf(id), samples);
  }

  /** Keeps what an adapter was made from, and what its query was answered with. */
  async putResult(
    adapter: string,
    { set, query }: Kept,
    samples: readonly Sample[],
  ): Promise<void> {
    await (await this.#drafts).writeDraft(setOf(adapter), { set, query, samples });
  }

  /** @throws Problem 'bad-input' where nothing is kept */
  async result(adapter: string): Promise<v.InferOutput<typeof Result>> {
    const stored = await (await this.#drafts).readDraft(setOf(adapter));
    const parsed = v.safeParse(Result, stored);
    if (parsed.success) return parsed.output;
    throw new Problem({
      code: 'bad-input',
      message: 'What this adapter learnt from is not on this machine.',
      remedy: 'It came as a file, or its training set was cleared. Its weights can be exported.',
      detail: issueText(parsed.issues[0]),
    });
  }

  async #ids(): Promise<string[]> {
    const stored = await (await this.#drafts).readDraft(index);
    const parsed = v.safeParse(v.array(text), stored);
    return parsed.success ? parsed.output : [];
  }
}

const Result = v.object({ set: KeptSet, query: text, samples: v.array(Sample) });
