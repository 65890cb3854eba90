import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/engine/served/limits.ts';
import { readCommand } from './command-line.ts';
import { leaveOf, readServed } from './served-options.ts';
import { UsageError } from './usage-error.ts';

const at = (...urls: string[]) => ({
  served: urls.map((url, i) => ({
    ...{ name: `n${i}`, url, model: 'm' },
    api: 'chat' as const,
  })),
});
const [one, other] = ['http://localhost:8080', 'https://example.org'] as const;
const environment = { KEY: ' sk-secret ', EMPTY: '' };

describe('options for served models', () => {
  it('are read, and have their defaults', () => {
    expect(readServed({})).toEqual({ sendTo: [], keys: [], limits: defaultLimits });
    const command = readCommand([
      ...['a.json', '--out', 'd', '--send-to', `${one}/v1`, '--key-env', `${one}=KEY`],
      ...['--key-env', 'OTHER', '--concurrency', '9', '--budget-tokens', '5000'],
    ]);
    expect(command).toMatchObject({
      served: {
        sendTo: [one],
        keys: [
          { origin: one, variable: 'KEY' },
          { origin: null, variable: 'OTHER' },
        ],
        limits: { ...defaultLimits, concurrency: 9, tokens: 5000 },
      },
    });
  });

  it.each([
    ['--concurrency', '0'],
    ['--budget-requests', 'many'],
    ['--send-to', 'somewhere'],
  ])('refuse %s %s', (...args) => {
    expect(() => readCommand(['a.json', '--out', 'd', ...args])).toThrow(UsageError);
  });

  it('let nothing go where nobody agreed', () => {
    const wish = readServed({ 'send-to': [one] });
    expect(leaveOf('a.json', at(), wish, environment)).toBeNull();
    expect(leaveOf('a.json', at(`${one}/v1`), wish, environment)?.keys).toEqual([]);
    expect(() => leaveOf('a.json', at(`${one}/v1`, `${other}/v1`), wish, environment)).toThrow(
      `a.json: it sends questions to ${other}. Nothing was sent; agree with --send-to ${other}.`,
    );
  });

  it('take keys from the environment, each for one address', () => {
    const leave = (keys: string[], ...urls: string[]) =>
      leaveOf(
        'a.json',
        at(...urls),
        readServed({ 'send-to': [one, other], 'key-env': keys }),
        environment,
      )?.keys;
    expect(leave(['KEY'], `${one}/v1`)).toEqual([{ url: one, key: 'sk-secret' }]);
    expect(leave([`${other}=KEY`], one, other)).toEqual([{ url: other, key: 'sk-secret' }]);
    expect(() => leave(['KEY'], one, other)).toThrow(/say for which address/);
    expect(() => leave(['NONE'], one)).toThrow(/no such variable/);
    expect(() => leave(['EMPTY'], one)).toThrow(/no such variable/);
    expect(() => leave([`${other}=KEY`], one)).toThrow(/does not ask/);
  });
});
