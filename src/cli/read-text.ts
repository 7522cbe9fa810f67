import { readFile, stat } from 'node:fs/promises';
import { type Finding, type Place, refuse } from '../kernel/finding.ts';
import { cliErrors } from './errors.ts';

const MEGABYTE = 2 ** 20;
/** The most megabytes of one file. */
const MOST = 64;
/** How many bytes are looked at for what no text has. */
const LOOKED_AT = 8192;

/** Whether an error of the file system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The bytes of a file that can be opened, is not empty and not too large; refuses any other. `shown` is what people call it. */
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

/** The text of a file; refuses what is none. */
export async function readText(path: string, shown: string): Promise<string> {
  const decoded = decode(await readBytes(path, shown), { file: shown });
  if (typeof decoded !== 'string') refuse([decoded]);
  return typeof decoded === 'string' ? decoded : '';
}

/** Text of UTF-8 or, by its mark, UTF-16; what is neither comes from a Chinese spreadsheet: GB 18030. A finding for what is no text. */
export function decode(bytes: Uint8Array, at: Place): string | Finding {
  const marked = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  if (marked(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (marked(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return cliErrors.fileBinary({ at });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 say so by throwing; there is no other way to ask.
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return cliErrors.encodingUnknown({ at });
  }
}
