import { build, preview } from 'vite';

/** `npm start`: builds the page, serves it cross-origin isolated, prints its address. */
const port = Number(process.env.PORT ?? 4173);
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port, host: '127.0.0.1', open: false } });
const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
console.log(
  `\n  Incontext Lab is open at ${address}\n  (Ctrl+C closes it. Nothing leaves this machine.)\n`,
);
