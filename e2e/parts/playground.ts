import type { Locator } from '@playwright/test';
import { LabPage } from './lab.ts';
import { expect } from './test.ts';

/** The playground with its model ready and nothing at work. */
export class Playground extends LabPage {
  readonly undo = this.page.getByRole('button', { name: 'Undo', exact: true }).first();
  readonly redo = this.page.getByRole('button', { name: 'Redo', exact: true });

  async settled(): Promise<void> {
    await this.open();
    await this.page.keyboard.press('Escape');
    await expect(this.stop).toBeDisabled();
  }

  part(part: 'Query' | 'Answer', n: number): Locator {
    return this.page.getByRole('textbox', { name: `${part} of demonstration ${n}`, exact: true });
  }

  handle(n: number): Locator {
    return this.page.getByRole('button', { name: `Reorder demonstration ${n}`, exact: true });
  }

  /** The queries of the demonstrations in order. */
  async order(): Promise<string[]> {
    const boxes = this.page.getByRole('textbox', { name: /^Query of demonstration \d+$/ });
    return boxes.evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
  }

  prompt(arm: string): Locator {
    return this.arm(arm).getByRole('group', { name: 'The exact prompt' });
  }
}
