import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { notAFile } from '../files/file-kind.ts';

/** The file in an output folder that lists what beatplan wrote there. */
export const RECORD = '.beatplan.json';

/** Larger records are not read: beatplan writes none. */
const LARGEST_RECORD = 2 ** 24;

/** A content that beatplan wrote. */
interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** What beatplan wrote into a folder, by name within the folder. While files are replaced a name has an old and a new content. */
export type FileRecord = ReadonlyMap<string, readonly Written[]>;

/** The record of a folder; empty where there is none that can be read. */
export async function readRecord(folder: string): Promise<FileRecord> {
  try {
    const path = join(folder, RECORD);
    const stats = await lstat(path);
    if (notAFile(stats) !== null || stats.size > LARGEST_RECORD) return new Map();
    return recordIn(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Without a record all files of the folder are somebody else's, which is the safe assumption.
    return new Map();
  }
}

/** Names as beatplan gives them: a file, or a file in one folder. A record may come from a stranger. */
const OWN_NAME = /^(?!\.{1,2}(\/|$))([^/\\]+\/)?(?!\.{1,2}$)[^/\\]+$/;

function recordIn(document: unknown): FileRecord {
  const files: unknown = isObject(document) ? document['files'] : null;
  const record = new Map<string, readonly Written[]>();
  for (const [name, contents] of Object.entries(isObject(files) ? files : {})) {
    if (OWN_NAME.test(name) && Array.isArray(contents)) record.set(name, contents.filter(isWritten));
  }
  return record;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isWritten = (value: unknown): value is Written =>
  isObject(value) && typeof value['bytes'] === 'number' && typeof value['sha256'] === 'string';

/** The text of a record. */
export const recordText = (record: FileRecord): string =>
  `${JSON.stringify({ about: ABOUT, files: Object.fromEntries(record) }, null, 1)}\n`;

const ABOUT =
  'Files that beatplan wrote into this folder. It replaces and removes these, and no others, and none that has been changed since.';

/** How a record lists a content. */
export function writtenAs(content: string | Uint8Array): Written {
  return { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') };
}

/** Whether a file, which has a size, still has one of some contents. */
export async function hasContent(path: string, size: number, contents: readonly Written[]): Promise<boolean> {
  const candidates = contents.filter(({ bytes }) => bytes === size);
  if (candidates.length === 0) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  return candidates.some((candidate) => candidate.sha256 === sha256);
}
