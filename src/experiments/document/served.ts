import * as v from 'valibot';

/** How settings name a served model: `served:<name>`. */
const prefix = 'served:';

export const servedRole = (name: string): string => `${prefix}${name}`;

/** The name of the served model that a setting asks; null where it asks another. */
export const servedName = (model: string): string | null =>
  model.startsWith(prefix) ? model.slice(prefix.length) : null;

const text = v.pipe(v.string(), v.minLength(1));

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Addresses that the page may reach without encryption (tools/security.ts): this machine's own. */
const isHere = ({ hostname }: URL): boolean => hostname === 'localhost' || hostname === '127.0.0.1';

const Address = v.pipe(
  text,
  v.check((address) => parsed(address) !== null, 'is no address, such as http://localhost:8080/v1'),
  v.check((address) => {
    const url = parsed(address);
    return !url || url.protocol === 'https:' || (url.protocol === 'http:' && isHere(url));
  }, 'begins with https://, or with http:// where it is on this machine (localhost, 127.0.0.1)'),
  v.check((address) => {
    const { username = '', password = '', search = '', hash = '' } = parsed(address) ?? {};
    return username + password + search + hash === '';
  }, 'holds a name, a password, a query or a fragment: keys have no place in a document'),
);

/** A served model: behind an address, in OpenAI's protocol. Never a key. */
export const Endpoint = v.strictObject({
  /** What settings and judges call it. */
  name: v.pipe(text, v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u, 'is made of letters and digits')),
  /** The base of the protocol's addresses, which mostly ends in /v1. */
  url: Address,
  /** The model's name there. */
  model: text,
  /** What it takes: texts to continue, and chats too where it has a layout; or chats alone. */
  api: v.picklist(['completions', 'chat']),
});
export type Endpoint = v.InferOutput<typeof Endpoint>;

/** The addresses that a document sends texts to, each once. */
export const originsOf = ({ served }: { readonly served: readonly Endpoint[] }): string[] => [
  ...new Set(served.map(({ url }) => new URL(url).origin)),
];
