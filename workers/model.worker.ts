import { Server } from './server.ts';

/** The worker a model lives in: messages in, messages out. */
const server = new Server((reply) => self.postMessage(reply));
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => server.receive(data));

// a failure nobody awaited is a crash, and the page should see it as one
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
