import type { Page } from '@playwright/test';

/** What a part of the bench works with: pages of one profile of a Chromium, and the lab that they open. */
export interface Bench {
  readonly address: string;
  newPage(): Promise<Page>;
  log(line: string): void;
}
