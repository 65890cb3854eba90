import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ExportedModel } from '../../pretrain/evaluate/exported-model.ts';
import { readWeights } from '../model/open.ts';
import { Generator } from './generator.ts';
import { greedy, type Job } from './job.ts';

// Real models on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = 'public/models/lab-base-2m';
const shown = (query: string, answer: string) =>
  `# Query:\n\`\`\`\n${query}\n\`\`\`\n\n# Answer:\n\`\`\`\n${answer}\n\`\`\`\n\n`;
const open = (query: string) => `# Query:\n\`\`\`\n${query}\n\`\`\`\n\n# Answer:\n\`\`\`\n`;
const demonstrations =
  shown('How many legs does a cow have?', 'Good question! A cow has 4 legs.') +
  shown('What is the opposite of hot?', 'Good question! The opposite of hot is cold.');
const queries = [
  'Where does a lion live?',
  'What is the capital of France?',
  'What colour is a banana, and what colour is the sky on a fine day?',
  'Say hello.',
  'What is 2 + 3?',
  'Name a bird.',
  'Which is bigger, a lion or a mouse?',
];
const job = (prefix: string, query: string, more: Partial<Job> = {}): Job => ({
  prefix,
  suffix: open(query),
  stop: ['\n```'],
  decoding: greedy,
  maxTokens: 24,
  ...more,
});
const texts = async (generator: Generator, jobs: Job[]) =>
  (await generator.generate(jobs)).map(({ text }) => text);

describe('Generator', () => {
  let generator: Generator;
  beforeAll(async () => {
    generator = await Generator.open(readWeights(folder));
  });
  afterAll(() => generator.close());

  it('answers as the exported model does through transformers.js', async () => {
    const reference = await ExportedModel.open(folder, 'fp32');
    const jobs = ['', demonstrations].flatMap((prefix) => queries.map((q) => job(prefix, q)));
    const expected: string[] = [];
    for (const { prefix, suffix, stop, maxTokens } of jobs)
      expected.push(await reference.continue(prefix + suffix, { maxNewTokens: maxTokens, stop }));
    await reference.close();
    expect(await texts(generator, jobs)).toEqual(expected);
  });

  it('gives each job the same answer alone, under a shared prefix, and beside other prefixes', async () => {
    const decoding = { temperature: 1, seed: 7, key: '' };
    const jobs = queries.map((query, i) =>
      job(demonstrations, query, { decoding: { ...decoding, key: String(i) } }),
    );
    const together = await texts(generator, jobs);
    const alone: string[] = [];
    for (const one of jobs) alone.push(...(await texts(generator, [one])));
    expect(alone).toEqual(together);
    // the border of prefix and suffix is where the caller says: the text decides
    const apart = jobs.map(({ prefix, suffix, ...rest }, i) => ({
      ...rest,
      prefix: (prefix + suffix).slice(0, 5 + i),
      suffix: (prefix + suffix).slice(5 + i),
    }));
    expect(await texts(generator, apart)).toEqual(together);
    const otherSeed = jobs.map((j) => ({ ...j, decoding: { ...j.decoding, seed: 8 } }));
    expect(await texts(generator, otherSeed)).not.toEqual(together);
  });

  it('tells why an answer ended', async () => {
    const [fence, long] = await generator.generate([
      job(demonstrations, 'Where does a lion live?'),
      job(demonstrations, 'Where does a lion live?', { maxTokens: 2 }),
    ]);
    expect(fence).toMatchObject({ stopReason: 'stop-string', stopString: '\n```' });
    expect(long).toMatchObject({ stopReason: 'length', stopString: null, tokens: 2 });
  });

  it('refuses prompts that are empty or too long, naming the job', async () => {
    await expect(generator.generate([job('', ''), { ...job('', ''), suffix: '' }])).rejects.toThrow(
      'job 1: the prompt is empty',
    );
    await expect(generator.generate([job('word '.repeat(3000), '')])).rejects.toThrow(
      /job 0: the prompt has \d+ tokens, the model has room for 2048/,
    );
  });

  it('does not begin when it is to stop', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(generator.generate([job('', 'Hi')], { signal })).rejects.toThrow('enough');
  });

  it('stops at work when asked, and works for the next', async () => {
    const stop = new AbortController();
    const stopped = generator.generate([job(demonstrations, 'Hi')], { signal: stop.signal });
    // the prompt alone takes several turns of the loop
    setImmediate(() => stop.abort(new Error('enough')));
    await expect(stopped).rejects.toThrow('enough');
    expect(await texts(generator, [job('', 'Hi')])).toHaveLength(1);
  });
});
