import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Experiments as a reader handles them: by role and name. */
export class ExperimentsPage {
  readonly page: Page;
  readonly title: Locator;
  readonly start: Locator;
  readonly undo: Locator;
  readonly json: Locator;
  /** What is done otherwise than in the paper. */
  readonly differences: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('textbox', { name: 'Title', exact: true });
    this.start = page.getByRole('button', { name: /^Start/ });
    this.undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
    this.json = page.getByRole('textbox', { name: 'JSON of the document' });
    this.differences = page.getByRole('region', { name: 'What differs from the paper' });
  }

  /** Opens the gallery, without waiting for the model. */
  async open(): Promise<void> {
    await this.page.goto('#/experiments');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Experiments' })).toBeVisible();
  }

  /** Opens a study in the editor from its card. */
  async study(title: string, size: 'quick' | 'full' = 'quick'): Promise<void> {
    await this.open();
    await this.page.getByRole('link', { name: `Open ${title}, ${size}` }).click();
    await expect(this.title).toHaveValue(title);
  }

  view(name: 'Form' | 'JSON'): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Opens a part of the form that is shut. */
  part(title: string): Promise<void> {
    return this.page.getByRole('heading', { name: title, exact: true }).click();
  }

  async openAllParts(): Promise<void> {
    const shut = this.page.locator('main details:not([open]) > summary h2');
    for (let left = await shut.count(); left > 0; left--) await shut.first().click();
  }

  /** Gives a file to "Import a file". */
  importFile(file: string | { name: string; text: string }): Promise<void> {
    const field = this.page.getByLabel('Experiment document');
    if (typeof file === 'string') return field.setInputFiles(file);
    const { name, text } = file;
    return field.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  /** The document as the JSON view has it. */
  async document(): Promise<Record<string, unknown>> {
    await this.view('JSON');
    return JSON.parse(await this.json.inputValue()) as Record<string, unknown>;
  }
}
