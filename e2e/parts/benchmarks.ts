import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

/** Questions as FastChat writes them, in words of our own; line 3 is broken. */
export const questionFile = {
  name: 'question.jsonl',
  text: [
    lines([
      { question_id: 81, category: 'writing', turns: ['Write about a boat.', 'In one line.'] },
      {
        question_id: 101,
        category: 'math',
        turns: ['What is 2 + 2?', 'And 3 more?'],
        reference: ['4', '7'],
      },
    ]),
    '{"question_id": 102, "turns": ["What is',
    lines([{ question_id: 121, category: 'coding', turns: ['Print a word.', 'Print two.'] }]),
  ].join('\n'),
};

const prompt = (name: string, prompt_template: string) => ({
  ...{ name, type: 'single', system_prompt: 'Be fair.', prompt_template },
  ...{ description: '', category: 'general', output_format: '[[rating]]' },
});

/** What a judge is told, in FastChat's form: for one turn, and for two. */
export const judgePromptFile = {
  name: 'judge_prompts.jsonl',
  text: lines([
    prompt('one', '{question} {answer}'),
    prompt('two', '{question_1} {answer_1} {question_2} {answer_2}'),
  ]),
};

export const responseFile = {
  name: 'responses.jsonl',
  text: lines([
    { prompt: 'Write without a comma.', response: 'A boat sails.' },
    { prompt: 'Write two words.', response: 'Blue sky' },
  ]),
};

/** Benchmarks as a reader handles them: by role and name. */
export class BenchmarksPage {
  readonly page: Page;
  readonly keep: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.keep = page.getByRole('button', { name: 'Keep it in the library' });
    this.list = page.getByRole('region', { name: 'In the library' });
  }

  /** Opens the place, without waiting for the model. */
  async open(): Promise<void> {
    await this.page.goto('#/benchmarks');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Benchmarks' })).toBeVisible();
  }

  choose(...files: readonly { name: string; text: string }[]): Promise<void> {
    return this.page.getByLabel('Files of benchmarks').setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })),
    );
  }

  /** The shown file, by what it was recognised as. */
  preview(recognised: string): Locator {
    return this.page.getByRole('region', { name: recognised, exact: true });
  }

  set(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }

  way(label: 'Paste' | 'From a link' | 'From the hub'): Promise<void> {
    return this.page.locator('summary').filter({ hasText: label }).click();
  }
}
