import { smallDocument } from '../../src/experiments/testing/documents.ts';
import { StandIn, type StandInOptions } from '../stand-in/server.ts';
import { troubleKinds } from '../stand-in/troubles.ts';

/** A key that must be found nowhere. */
export const secret = 'sk-lab-0123456789-abcdefghij';

/** Troubles that need no waiting for. */
export const kinds = troubleKinds.filter((kind) => kind !== 'silent');

/** A local arm beside two of a served model: one in text, one in a chat. */
export async function served(options: StandInOptions, more: Record<string, unknown> = {}) {
  const server = await StandIn.start({ key: secret, ...options });
  const document = smallDocument({
    title: 'Here and there',
    served: [{ name: 'far', url: server.url, model: 'stand-in', api: 'completions' }],
    questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 8 },
    factors: [
      {
        name: 'arm',
        levels: [
          { label: 'here', set: {} },
          { label: 'far', set: { model: 'served:far' } },
          { label: 'far chat', set: { model: 'served:far', template: 'chat' } },
        ],
      },
    ],
    seeds: [1],
    scorers: [{ kind: 'lab-80' }, { kind: 'length' }],
    ...more,
  });
  return { server, document };
}
