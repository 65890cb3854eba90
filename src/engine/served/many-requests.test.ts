import { afterEach, describe, expect, it } from 'vitest';
import { ratingFor } from '../../../e2e/stand-in/answers.ts';
import { StandIn } from '../../../e2e/stand-in/server.ts';
import { troubleKinds } from '../../../e2e/stand-in/troubles.ts';
import { Problem } from '../../domain/problem.ts';
import { KeyRing } from './keys.ts';
import { defaultLimits } from './limits.ts';
import { ServedModels } from './served-models.ts';

const secret = 'sk-lab-0123456789-abcdefghij';
const request = { maxTokens: 32, temperature: 0, topP: 1, stop: [], topLogProbabilities: 0 };

let standIn: StandIn;
afterEach(() => standIn.stop());

describe('200 requests under troubles', () => {
  const kinds = troubleKinds.filter((kind) => kind !== 'silent');
  const ask = async (hopeless: number) => {
    const troubles = { seed: 3, share: 0.5, inARow: 5, kinds, hopeless };
    standIn = await StandIn.start({ key: secret, troubles });
    const keys = new KeyRing();
    keys.set(standIn.url, secret);
    const wait = { attempts: 6, first: 1, most: 20 };
    const models = new ServedModels(keys, { ...defaultLimits, concurrency: 8 }, wait);
    const client = models.of({ name: 'it', url: standIn.url, model: 'stand-in', api: 'chat' });
    const ended = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        client.complete(
          { ...request, prompt: `Question ${i}. Rate it: [[` },
          i % 2 ? { onText() {} } : {},
        ),
      ),
    );
    return { ended, models };
  };

  it('end complete: every one is answered rightly, every failure was tried again', async () => {
    const { ended, models } = await ask(0);
    ended.forEach((one, i) =>
      expect(one).toMatchObject({
        status: 'fulfilled',
        value: { text: `${ratingFor(`Question ${i}. Rate it: [[`)}]]` },
      }),
    );
    const troubled = standIn.received.filter(({ trouble }) => trouble !== null);
    expect(troubled.length).toBeGreaterThan(100);
    expect(new Set(troubled.map(({ trouble }) => trouble)).size).toBe(kinds.length);
    expect(models.spent).toMatchObject({
      requests: standIn.received.length,
      retried: troubled.length,
    });
  });

  it('end complete where some are never answered: each of those is a Problem', async () => {
    const { ended } = await ask(0.1);
    const lost = ended.filter((one) => one.status === 'rejected');
    expect(lost.length).toBeGreaterThan(5);
    expect(ended).toHaveLength(200);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(Problem);
    expect(JSON.stringify(lost)).not.toContain(secret);
  });
});
