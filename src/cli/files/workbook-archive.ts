import { inflateRawSync } from 'node:zlib';

/** The most bytes of a workbook once it is unpacked: a sheet of 500,000 rows has 200 MB. */
const MOST_UNPACKED = 400_000_000;

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** A file in an archive. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

/** The files in an archive, one unpacked at a time; throws where the archive is damaged or holds more than it may. */
export function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let most = MOST_UNPACKED;
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new RangeError('no end of an archive');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry of an archive');
    const [nameLength, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const name = archive.toString('latin1', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const content = archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }) : packed;
    most -= content.length;
    yield { name, content };
    at += 46 + nameLength + extra + comment;
  }
}
