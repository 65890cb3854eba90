import {
  noFilters,
  shownTranscripts,
  type Transcript,
  type TranscriptFilters,
  type TranscriptOrder,
} from './transcripts.ts';

const none = JSON.stringify(noFilters);

/** Where a transcript stands: the same while results come in. */
export const placeOf = ({ row }: Transcript): string =>
  `${row.round}/${row.planned.arm}/${row.planned.key}`;

/** The transcripts of an experiment as the reader left them. */
export class Transcripts {
  filters = $state.raw<TranscriptFilters>(noFilters);
  order = $state<TranscriptOrder>('plan');
  /** What the filter by cells shows, in words; null without one. */
  behind = $state<string | null>(null);
  /** Place of the row that the keyboard is at, and of the one that is open. */
  activePlace = $state<string | null>(null);
  openPlace = $state<string | null>(null);
  readonly #all: () => readonly Transcript[];
  readonly #scorer: () => string;

  readonly shown = $derived.by(() =>
    shownTranscripts(this.all, this.filters, this.order, this.#scorer()),
  );
  readonly filtering = $derived(JSON.stringify(this.filters) !== none);
  readonly openIndex = $derived(this.shown.findIndex((each) => placeOf(each) === this.openPlace));
  readonly open = $derived(
    this.shown[this.openIndex] ?? this.all.find((each) => placeOf(each) === this.openPlace) ?? null,
  );

  /** @param scorer id of the one that rows are filtered and ordered by */
  constructor(all: () => readonly Transcript[], scorer: () => string) {
    this.#all = all;
    this.#scorer = scorer;
  }

  get all(): readonly Transcript[] {
    return this.#all();
  }

  filter(change: Partial<TranscriptFilters>): void {
    this.filters = { ...this.filters, ...change };
  }

  clear(): void {
    this.filters = noFilters;
    this.behind = null;
  }

  /** Shows what stands behind a point of a figure, and nothing else. */
  showBehind(label: string, cells: readonly string[]): void {
    this.filters = { ...noFilters, keys: cells };
    this.behind = label;
  }

  /** Opens the next one shown, or the one before. */
  step(by: 1 | -1): void {
    const next = this.shown[this.openIndex + by];
    if (!next || this.openIndex < 0) return;
    this.openPlace = this.activePlace = placeOf(next);
  }
}
