import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type Finding, type Place, refuse } from '../../kernel/finding.ts';
import { cliErrors } from '../errors.ts';
import { type Origin, textOf } from './encodings.ts';
import { isFileError, notAFile, problemOf } from './file-kind.ts';

const MEGABYTE = 2 ** 20;
/** The most megabytes of one file. */
const MOST = 64;
/** Number of bytes that are searched for signs of a binary file. */
const LOOKED_AT = 8192;

/** Whether an error of the file system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
 * The bytes of a file; refuses one that cannot be opened, is empty or too large, and whatever is no file: reading a
 * pipe or a device may never end. `shown` is its name for people.
 */
export async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  const at: Place = { file: shown };
  const bytes = await orRefuse(at, () => opened(path, at));
  if (bytes.length === 0) refuse([cliErrors.fileEmpty({ at })]);
  return bytes;
}

/** Does something with a path; what the file system refuses is a finding, except that nothing is there. */
export async function orRefuse<T>(at: Place, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isFileError(error) && !isMissing(error)) refuse([cliErrors.fileUnreadable({ at, problem: problemOf(error) })]);
    throw error;
  }
}

async function opened(path: string, at: Place): Promise<Uint8Array> {
  // Before opening, which by itself waits at a pipe and may move a device.
  refuseOthers(notAFile(await stat(path)), at);
  // Without blocking, in case a pipe has taken the file's place since.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    refuseOthers(notAFile(stats), at);
    return await readWhole(file, stats.size, at);
  } finally {
    await file.close();
  }
}

function refuseOthers(problem: string | null, at: Place): void {
  if (problem !== null) refuse([cliErrors.fileUnreadable({ at, problem })]);
}

/** Reads as many bytes as a file has. Files that the system makes up, such as those of /proc, have none. */
async function readWhole(file: FileHandle, size: number, at: Place): Promise<Uint8Array> {
  if (size > MOST * MEGABYTE) refuse([cliErrors.fileTooLarge({ at, megabytes: Math.ceil(size / MEGABYTE) })]);
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** The text of a file; refuses a binary file, and one whose encoding is not clear. */
export async function readText(path: string, shown: string, origin: Partial<Origin> = {}): Promise<string> {
  const decoded = decode(await readBytes(path, shown), { file: shown }, origin);
  if (typeof decoded !== 'string') refuse([decoded]);
  return typeof decoded === 'string' ? decoded : '';
}

/** Text in UTF-8, in UTF-16 by its mark, or in the encoding that its origin and its letters speak for. A finding for any other bytes. */
export function decode(bytes: Uint8Array, at: Place, { zone = null, encoding = null }: Partial<Origin> = {}): string | Finding {
  const marked = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  if (marked(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (marked(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return cliErrors.fileBinary({ at });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder throws where bytes are not UTF-8; there is no other test.
    return textOf(bytes, { zone, encoding }) ?? cliErrors.encodingUnknown({ at, encoding });
  }
}
