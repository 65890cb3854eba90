import { Problem } from '../../domain/problem.ts';
import type { ExperimentDocument } from '../../experiments/document/document.ts';
import { readDocument } from '../../experiments/document/read.ts';

/** The longest payload, in characters: longer addresses are cut by mail and chat programs. */
export const longestPayload = 30_000;

/** What a payload may unfold to, in bytes: far above what an honest one of its length does. */
const mostUnfolded = 5_000_000;

const bytesToBase64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const base64urlToBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** Bytes through a stream; gives up where more than `most` come out. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length <= most) continue;
    await reader.cancel();
    throw new RangeError(`more than ${most} bytes`);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * A document as part of an address: its JSON, deflated, in base64url.
 * @throws Problem 'bad-input' where it is too long for one
 */
export async function payloadOf(document: ExperimentDocument): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(document));
  const folded = await through(json, new CompressionStream('deflate-raw'), Infinity);
  const payload = bytesToBase64url(folded);
  if (payload.length <= longestPayload) return payload;
  const kilo = (characters: number) => `${Math.ceil(characters / 1000)} kB`;
  throw new Problem({
    code: 'bad-input',
    message: `This document would make a link of ${kilo(payload.length)}; links here hold ${kilo(longestPayload)}.`,
    remedy: 'Save it as a file, and pass that on.',
  });
}

/**
 * The document in a payload.
 * @throws Problem 'bad-input' where it is damaged, or holds no document of ours
 */
export async function readPayload(payload: string): Promise<ExperimentDocument> {
  return readDocument(await textIn(payload));
}

async function textIn(payload: string): Promise<string> {
  try {
    if (payload.length > 2 * longestPayload) throw new RangeError(`${payload.length} characters`);
    const bytes = await through(
      base64urlToBytes(payload),
      new DecompressionStream('deflate-raw'),
      mostUnfolded,
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw new Problem({
      code: 'bad-input',
      message: 'The link is damaged: no document can be read from it.',
      remedy: 'Copy it again from end to end, or ask for the document as a file.',
      detail: String(thrown),
    });
  }
}
