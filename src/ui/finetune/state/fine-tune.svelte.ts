import * as v from 'valibot';
import { SvelteMap } from 'svelte/reactivity';
import { presetSettings } from '../../../domain/training/presets.ts';
import type { TrainingSettings } from '../../../domain/training/settings.ts';
import { Debounce } from '../../parts/debounce.ts';
import { Editor } from '../../parts/editing/editor.svelte.ts';
import { Draft, firstDraft } from './draft.ts';
import { keptOf } from './kept-of.ts';
import { Preparing } from './preparing.svelte.ts';
import type { Surroundings } from './surroundings.ts';
import { TrainingDesk } from './training-desk.svelte.ts';

const draftName = 'finetune';
const quiet = 400;

/** Longer texts than this are not kept while the page is closed, in UTF-16 units. */
const mostKept = 4_000_000;

/** The place: what will be trained, the training, and how they hang together. */
export class FineTune {
  /** Whether the draft has been read: before that there is nothing to edit. */
  ready = $state(false);
  readonly editor: Editor<Draft>;
  readonly preparing: Preparing;
  readonly training: TrainingDesk;
  /** Fields whose text is no value, by id, with their labels; the draft keeps the last value. */
  readonly invalid = new SvelteMap<string, string>();
  readonly #near: Surroundings;
  readonly #keeping = new Debounce(quiet, () => void this.#keep());
  #opening: Promise<void> | null = null;

  constructor(near: Surroundings, query: string) {
    this.#near = near;
    this.editor = new Editor(firstDraft(query), () => {
      this.preparing.changed();
      this.#keeping.call();
    });
    this.preparing = new Preparing(near, () => this.editor.draft);
    this.training = new TrainingDesk(near);
  }

  get draft(): Draft {
    return this.editor.draft;
  }

  /** Brings the draft back as it was left, and what was in training. Does so but once. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open());
  }

  async #open(): Promise<void> {
    try {
      const stored = await (await this.#near.drafts).readDraft(draftName);
      const parsed = v.safeParse(Draft, stored);
      if (parsed.success) this.editor.begin(parsed.output);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
    this.ready = true;
    this.preparing.changed();
    await this.training.open();
  }

  /** A model is ready, or none is any more. */
  modelChanged(): void {
    if (!this.ready) return;
    this.preparing.changed();
    this.training.modelChanged();
  }

  /** The Playground's demonstrations may be others now. */
  demonstrationsChanged(): void {
    if (this.ready && this.draft.material.kind === 'recipe') this.preparing.changed();
  }

  edit(label: string, change: Partial<Draft>, field: string | null = null): void {
    this.editor.edit(label, (draft) => ({ ...draft, ...change }), field);
  }

  /** Changes one of the settings; the value that the preset has is no change. */
  set<Key extends keyof Draft['changes']>(key: Key, value: TrainingSettings[Key]): void {
    const { changes } = this.draft;
    const others = { ...changes, [key]: undefined };
    const same = JSON.stringify(this.#preset()?.[key]) === JSON.stringify(value);
    const next = same ? others : { ...others, [key]: value };
    const given = Object.entries(next).filter(([, one]) => one !== undefined);
    this.edit(`changing ${key}`, { changes: Object.fromEntries(given) }, key);
  }

  #preset(): TrainingSettings | null {
    const { settings, gathered } = this.preparing;
    const { loaded } = this.#near.model;
    if (!settings || !gathered || !loaded) return null;
    const { method, template, seed } = settings;
    const examples = gathered.set.examples.filter(
      ({ place }) => !this.draft.leftOut.includes(place),
    ).length;
    const { contextLength } = loaded;
    return presetSettings(this.draft.preset, { method, template, seed, examples, contextLength });
  }

  /** Begins the training that the draft comes to. */
  async start(): Promise<void> {
    const { ready } = this.preparing;
    if (!ready || this.preparing.busy || this.training.busy || this.invalid.size > 0) return;
    try {
      const { query, name } = this.draft;
      const { device } = this.#near.model.choice;
      const kept = await keptOf(ready, { query, name, device }, this.#near);
      await this.training.start(kept);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }

  flush(): void {
    this.#keeping.flush();
  }

  async #keep(): Promise<void> {
    const { material } = this.draft;
    const long = material.kind === 'data' && (material.text?.length ?? 0) > mostKept;
    const kept = long ? { ...this.draft, material: { ...material, text: null } } : this.draft;
    try {
      await (await this.#near.drafts).writeDraft(draftName, kept);
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }
}
