import type { InProcess, NodeOpening, NodeReply, NodeRequest } from './messages.ts';
import { openOurs } from './ours.ts';
import { openTransformers } from './transformers.ts';

// A contestant in a process of its own: its memory can be told, and it ends with all that it holds.
let opened: InProcess | undefined;

const open = (opening: NodeOpening): Promise<InProcess> =>
  opening.contestant === 'ours' ? openOurs(opening) : openTransformers(opening);

async function reply(request: NodeRequest): Promise<NodeReply> {
  if (request.kind === 'open') {
    opened = await open(request.opening);
    return { kind: 'opened', about: opened.about };
  }
  if (!opened) throw new Error('nothing is open');
  return request.kind === 'run'
    ? { kind: 'ran', outcome: await opened.run(request.jobs) }
    : { kind: 'scored', scored: await opened.score(request.jobs) };
}

process.on('message', (request: NodeRequest) => {
  void reply(request)
    .catch((thrown: unknown): NodeReply => ({ kind: 'failed', why: String(thrown) }))
    .then((answer) => process.send?.(answer));
});
