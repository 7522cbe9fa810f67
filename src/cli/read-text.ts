import { readFile, stat } from 'node:fs/promises';
import { type Finding, type Place, refuse } from '../kernel/finding.ts';
import { cliErrors } from './errors.ts';

const MEGABYTE = 2 ** 20;
/** The most megabytes of one file. */
const MOST = 64;
/** Number of bytes that are searched for signs of a binary file. */
const LOOKED_AT = 8192;

/** Whether an error of the file system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The bytes of a file; refuses one that cannot be opened, is empty or too large. `shown` is its name for people. */
export async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  const at: Place = { file: shown };
  const bytes = await opened(path, at);
  if (bytes.length === 0) refuse([cliErrors.fileEmpty({ at })]);
  return bytes;
}

async function opened(path: string, at: Place): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST * MEGABYTE) refuse([cliErrors.fileTooLarge({ at, megabytes: Math.ceil(size / MEGABYTE) })]);
    return await readFile(path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || isMissing(error)) throw error;
    refuse([cliErrors.fileUnreadable({ at, problem: PROBLEMS[String(error.code)] ?? String(error.code) })]);
    throw error;
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EBUSY: 'another program holds it',
};

/** The text of a file; refuses a binary file. */
export async function readText(path: string, shown: string): Promise<string> {
  const decoded = decode(await readBytes(path, shown), { file: shown });
  if (typeof decoded !== 'string') refuse([decoded]);
  return typeof decoded === 'string' ? decoded : '';
}

/** Text in UTF-8, in UTF-16 by its mark, or in GB 18030 as Chinese spreadsheets write it. A finding for any other bytes. */
export function decode(bytes: Uint8Array, at: Place): string | Finding {
  const marked = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  if (marked(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (marked(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return cliErrors.fileBinary({ at });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder throws where bytes are not UTF-8; there is no other test.
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return cliErrors.encodingUnknown({ at });
  }
}
