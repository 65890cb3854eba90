import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The lab as a reader handles it: by role and name. */
export class LabPage {
  readonly page: Page;
  readonly rules: Locator;
  readonly query: Locator;
  readonly run: Locator;
  readonly stop: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rules = page.getByRole('textbox', { name: 'Rules', exact: true });
    this.query = page.getByRole('textbox', { name: 'Query', exact: true });
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
  }

  /** Opens the playground and waits until the model is ready. */
  async open(path = ''): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.model.getByText('tokens of context')).toBeVisible({ timeout: 60_000 });
  }

  get model(): Locator {
    return this.page.getByRole('region', { name: 'Model', exact: true });
  }

  arm(label: string): Locator {
    return this.page.getByRole('region', { name: label, exact: true });
  }

  answer(label: string): Locator {
    return this.arm(label).getByRole('log', { name: `Answer of ${label}` });
  }

  async place(
    name: 'Playground' | 'Fine-tune' | 'Experiments' | 'Benchmarks' | 'Runs',
  ): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** Presses Run and waits until no arm is at work. */
  async runToEnd(): Promise<void> {
    await this.run.click();
    await expect(this.stop).toBeEnabled();
    await expect(this.run).toBeEnabled({ timeout: 90_000 });
    await expect(this.stop).toBeDisabled({ timeout: 90_000 });
  }
}
