import { inflateRawSync } from 'node:zlib';
import { crc32 } from '../crc32.ts';

function agree(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what} is ${String(found)}, not ${String(wanted)}`);
}

/** Reads an archive from its end, as unzip does, and holds all that it says twice against itself. */
export function readZip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.length - 22;
  agree('the end', bytes.readUInt32LE(end), 0x06054b50);
  const files = new Map<string, Buffer>();
  let place = bytes.readUInt32LE(end + 16);
  agree('the directory', place + bytes.readUInt32LE(end + 12), end);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    agree('a header', bytes.readUInt32LE(place), 0x02014b50);
    const [packed, length] = [bytes.readUInt32LE(place + 20), bytes.readUInt16LE(place + 28)];
    const name = bytes.toString('utf8', place + 46, place + 46 + length);
    const local = bytes.readUInt32LE(place + 42);
    agree('a local header', bytes.readUInt32LE(local), 0x04034b50);
    agree('a name', bytes.toString('utf8', local + 30, local + 30 + length), name);
    const start = local + 30 + length;
    const content = inflateRawSync(bytes.subarray(start, start + packed));
    agree('a size', content.length, bytes.readUInt32LE(place + 24));
    agree('a sum', crc32(content), bytes.readUInt32LE(place + 16));
    files.set(name, content);
    place += 46 + length;
  }
  return files;
}
