import type { breathing } from '../domain/breathing.ts';
import { Problem } from '../domain/problem.ts';
import { crc32 } from './crc32.ts';

/** A file that goes into an archive. */
export interface ZipEntry {
  /** Path with slashes. */
  readonly name: string;
  readonly pieces: readonly (string | ArrayBuffer)[];
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Numbers in little-endian order: [value, bytes] each. */
function packed(fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Bytes {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** What an entry's two headers have in common. */
interface Described {
  readonly name: Bytes;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly time: number;
  readonly date: number;
}

const shared = ({ name, crc, packedSize, size, time, date }: Described) =>
  [
    [20, 2], // zip 2.0: deflate
    [0x0800, 2], // names are UTF-8
    [8, 2], // deflate
    [time, 2],
    [date, 2],
    [crc, 4],
    [packedSize, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ] as const;

const localHeader = (entry: Described): Bytes => packed([[0x04034b50, 4], ...shared(entry)]);

const centralHeader = (entry: Described, at: number): Bytes =>
  packed([
    ...([
      [0x02014b50, 4],
      [20, 2],
    ] as const),
    ...shared(entry),
    ...([
      [0, 2], // no comment
      [0, 2], // the first disk
      [0, 2],
      [0, 4],
      [at, 4],
    ] as const),
  ]);

const endOf = (count: number, length: number, at: number): Bytes =>
  packed([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [at, 4],
    [0, 2],
  ]);

/** A moment as zip has it, in universal time: years from 1980, steps of two seconds. */
const moment = (at: Date): Pick<Described, 'time' | 'date'> => ({
  time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  date:
    (Math.max(0, at.getUTCFullYear() - 1980) << 9) |
    ((at.getUTCMonth() + 1) << 5) |
    at.getUTCDate(),
});

/** An entry's content, deflated off the page's thread, and what is known of it then. */
async function deflated(
  { pieces }: ZipEntry,
  rest: ReturnType<typeof breathing>,
): Promise<{ content: Blob; crc: number; size: number }> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('deflate-raw');
  const content = new Response(stream.readable).blob();
  const writer = stream.writable.getWriter();
  let [crc, size] = [0, 0];
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : new Uint8Array(piece);
    crc = crc32(bytes, crc);
    size += bytes.length;
    await writer.write(bytes);
    await rest();
  }
  await writer.close();
  return { content: await content, crc, size };
}

/** The most that a plain zip can say of sizes and places, in bytes. */
const most = 0xffff_ffff;

/**
 * Files as a zip archive (PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16); the page may work meanwhile.
 * @throws Problem 'bad-input' for more than 4 GB, or than 65,535 files: plain zip has no numbers for them
 */
export async function zipFile(
  entries: readonly ZipEntry[],
  at: Date,
  rest: ReturnType<typeof breathing>,
): Promise<Blob> {
  const parts: (Blob | Bytes)[] = [];
  const central: Bytes[] = [];
  let place = 0;
  for (const entry of entries) {
    const { content, crc, size } = await deflated(entry, rest);
    const name = new TextEncoder().encode(entry.name);
    const described = { name, crc, size, packedSize: content.size, ...moment(at) };
    const header = localHeader(described);
    parts.push(header, name, content);
    central.push(centralHeader(described, place), name);
    place += header.length + name.length + content.size;
    if (place > most || size > most || entries.length > 0xffff)
      throw new Problem({
        code: 'bad-input',
        message: 'The files are too large for one archive.',
        remedy: 'Export without the page, with "npm run lab": there each is a file of its own.',
      });
  }
  const length = central.reduce((sum, bytes) => sum + bytes.length, 0);
  parts.push(...central, endOf(entries.length, length, place));
  return new Blob(parts, { type: 'application/zip' });
}
