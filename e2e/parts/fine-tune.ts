import type { Locator } from '@playwright/test';
import { LabPage } from './lab.ts';
import { expect } from './test.ts';

/** A training on a machine that does other things too. */
const patience = 240_000;

/** The place Fine-tune with its model ready. */
export class FineTunePage extends LabPage {
  readonly start = this.page.getByRole('button', { name: 'Start training' });
  readonly steps = this.page.getByRole('progressbar', { name: 'Steps of the training' });
  readonly samples = this.page.getByRole('log', { name: 'Answers during the training' }).first();

  async go(): Promise<void> {
    await this.open('#/finetune');
    await expect(this.heading('What it learns')).toBeVisible();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  async paste(text: string): Promise<void> {
    await this.page.getByRole('radio', { name: /^A data set/ }).check();
    await this.field('Or paste it').fill(text);
  }

  /** Sets a training of six steps up. */
  async short(name: string): Promise<void> {
    await this.field('Name of the adapter').fill(name);
    await this.field('Passes (epochs)').fill('2');
    await expect(this.page.getByText('6, 3 of each pass')).toBeVisible();
  }

  /** Begins, and waits for the first step. */
  async begin(): Promise<void> {
    await expect(this.start).toBeEnabled({ timeout: 60_000 });
    await this.start.click();
    await this.reach(1);
  }

  async reach(step: number): Promise<void> {
    const done = () => this.steps.evaluate((bar) => (bar as HTMLProgressElement).value);
    await expect.poll(done, { timeout: patience }).toBeGreaterThanOrEqual(step);
  }

  async trained(): Promise<void> {
    await expect(this.heading('Trained')).toBeVisible({ timeout: patience });
  }

  adapter(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }

  /** The numbers of all steps that the curve's table has. */
  async tableSteps(): Promise<number[]> {
    await this.page.getByRole('button', { name: 'As a table' }).first().click();
    const heads = this.page
      .getByRole('group', { name: 'How the loss goes, as a table' })
      .getByRole('rowheader');
    return (await heads.allInnerTexts()).map(Number);
  }
}
