import type { Plugin } from 'vite';

/**
 * Where the page may connect: its own origin, and the servers of models that a reader names. A policy
 * stands before anyone names one, so it allows every encrypted address and this machine's own, no other;
 * the page itself asks before anything is sent, and the end-to-end tests fail on what nobody agreed to.
 */
const reachable = "'self' https: http://localhost:* http://127.0.0.1:*";

/** What the built page may do: run our own scripts and wasm, talk as above, nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  `connect-src ${reachable}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Cross-origin isolation: SharedArrayBuffer, and so wasm threads. */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** A worker takes its policy from its own response, so the header is needed beside the meta tag. */
export const documentHeaders = {
  ...isolationHeaders,
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Writes the policy into the built page, so that it holds on hosts that send no headers. */
export function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
