import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { holidayFilesOf } from '../contract/territory-calendar.ts';
import { tableFiles } from '../contract/territory-records.ts';
import { errors, refuse } from '../kernel/errors.ts';

/** Files of a territory's folder that are read where they exist. */
const NAMES = ['territory.json', 'policy.json', ...tableFiles];

/** Reads the files of a territory, a folder or one JSON file, by name; with the holiday files that it names. */
export async function readFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const folder = await isFolder(path);
  const base = folder ? path : dirname(path);
  const present = folder ? await readdir(path) : [basename(path)];
  const names = folder ? NAMES.filter((name) => present.includes(name)) : present;

  const files = new Map<string, string>();
  for (const name of names) files.set(name, decode(await readFile(join(base, name))));
  for (const name of holidayFilesOf(files.get(folder ? 'territory.json' : basename(path)) ?? '')) {
    const content = await readIfThere(join(base, name));
    // A territory in one file stays the only JSON file by having its holidays beside it, not among it.
    if (content !== null) files.set(name, content);
  }
  return files;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (!isMissing(error)) throw error;
    refuse([errors.fileMissing({ at: { file: path }, needed: 'Name a folder with a territory.json in it, or a JSON file.' })]);
    return false;
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return decode(await readFile(path));
  } catch (error) {
    // The contract tells which file is missing, and where it is named.
    if (isMissing(error)) return null;
    throw error;
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Text of UTF-8 or, by its mark, UTF-16; what is neither comes from a Chinese spreadsheet: GB 18030. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 say so by throwing; there is no other way to ask.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
