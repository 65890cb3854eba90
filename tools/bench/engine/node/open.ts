import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScoringJob } from '../../../../workers/protocol.ts';
import type { Contestant } from '../contest.ts';
import { watchProcesses } from '../peak-memory.ts';
import type { NodeOpening, NodeReply, NodeRequest, Scored } from './messages.ts';

/** A contestant that can also judge texts. */
export interface NodeContestant extends Contestant {
  score(jobs: readonly ScoringJob[]): Promise<Scored>;
}

type Answer<Kind extends NodeReply['kind']> = Extract<NodeReply, { kind: Kind }>;

/**
 * Opens a contestant in a process of its own.
 * @throws what the process says where it fails
 */
export async function openInNode(opening: NodeOpening): Promise<NodeContestant> {
  const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)));
  const ask = <Kind extends NodeReply['kind']>(request: NodeRequest, kind: Kind) =>
    new Promise<Answer<Kind>>((resolve, reject) => {
      const ended = () => reject(new Error(`${opening.contestant} ended early`));
      child.once('exit', ended);
      child.once('message', (reply: NodeReply) => {
        child.off('exit', ended);
        if (reply.kind === kind) resolve(reply as Answer<Kind>);
        else reject(new Error(reply.kind === 'failed' ? reply.why : `a reply of ${reply.kind}`));
      });
      child.send(request);
    });
  const close = async () => {
    // killed: the runtime's threads may keep a process that has nothing left to do
    child.kill('SIGKILL');
  };
  const { about } = await ask({ kind: 'open', opening }, 'opened').catch((thrown: unknown) => {
    child.kill('SIGKILL');
    throw thrown;
  });
  return {
    name: opening.contestant,
    about,
    async run(jobs) {
      const peak = watchProcesses(child.pid === undefined ? [] : [child.pid]);
      const { outcome } = await ask({ kind: 'run', jobs }, 'ran');
      const peakBytes = peak();
      return { ...outcome, ...(peakBytes !== undefined && { peakBytes }) };
    },
    async score(jobs) {
      return (await ask({ kind: 'score', jobs }, 'scored')).scored;
    },
    close,
  };
}
