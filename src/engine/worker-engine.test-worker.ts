import type { LoadedModel, Reply, Request } from '../../workers/protocol.ts';

/**
 * A worker that speaks the protocol and gets into trouble on request: what a text to tokenise says is
 * done. The trouble is real: an uncaught error, an endless loop, an end of its own making.
 */
const model: LoadedModel = {
  identity: { id: 'm', label: 'M', precision: 'fp32', fingerprint: 'f', files: [] },
  device: {
    kind: 'wasm',
    requested: 'auto',
    adapter: null,
    threads: 1,
    reason: '',
    selfTest: { passed: true, maxDifference: null, tolerance: 0 },
  },
  contextLength: 8,
  vocabularySize: 8,
  endTokens: [],
  hasChatTemplate: false,
  loadTime: 0,
};
const problem = { code: 'device-failed', message: 'the device is gone', remedy: 'r' } as const;
const post = (reply: Reply) => self.postMessage(reply);
let base = '';

function trouble(id: number, text: string): void {
  if (text === 'throw') throw new Error('struck by lightning');
  if (text === 'retire') post({ kind: 'retired', problem });
  if (text === 'close') self.close();
  if (text === 'fail') post({ id, kind: 'failure', problem });
  if (text === 'base') post({ id, kind: 'result', output: [[base.length]] });
  while (text === 'hang');
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.call === 'ping') post({ kind: 'alive' });
  else if (data.call === 'open') base = data.base;
  else if (data.call === 'cancel') post({ id: data.id, kind: 'result', output: [[-1]] });
  else if (data.call === 'tokenize') trouble(data.id, data.input.texts[0] ?? '');
  else if (data.call === 'load') {
    if (data.input.model === 'throw') throw new Error('no room to load');
    if (data.input.model === 'never') return;
    const event = { stage: 'download', subject: 'x', loaded: 1, total: 2 } as const;
    post({ id: data.id, kind: 'event', event });
    post({ id: data.id, kind: 'result', output: model });
  }
});
