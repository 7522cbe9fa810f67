import { cp, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFileError } from '../files/file-kind.ts';
import { makeFolder } from './make-folder.ts';

/** Files by path within a folder. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A file that is written, and the place that it shall take. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const PREFIX = '.beatplan-';
/** Milliseconds after which a staging folder must belong to a run that was killed. */
const ABANDONED = 3_600_000;

/** Makes a new folder within a folder, from which files can be moved into place at once. Removes those that killed runs left. */
export async function makeStaging(folder: string): Promise<string> {
  for (const name of await readdir(folder)) {
    if (!/^\.beatplan-\w{6}$/.test(name)) continue;
    const path = join(folder, name);
    const stats = await stat(path);
    if (stats.isDirectory() && Date.now() - stats.mtimeMs > ABANDONED) await rm(path, { recursive: true });
  }
  return mkdtemp(join(folder, PREFIX));
}

/** Writes files into a staging folder, and makes the folders that they go to. */
export async function stage(staging: string, folder: string, files: Contents): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const [name, content] of Object.entries(files)) {
    const move = { from: join(staging, `${moves.length}.new`), to: join(folder, name) };
    await makeFolder(dirname(move.to));
    await writeFile(move.from, content, { flag: 'wx' });
    moves.push(move);
  }
  return moves;
}

/** Moves files into place, all or none: when one move fails, the earlier ones are undone. */
export async function replaceAll(moves: readonly Move[], staging: string): Promise<void> {
  // Copies come first: afterwards nothing needs space.
  const copies: (string | null)[] = [];
  for (const { to } of moves) copies.push(await copyOf(to, join(staging, `${copies.length}.old`)));
  let moved = 0;
  try {
    for (const { from, to } of moves) {
      await rename(from, to);
      moved++;
    }
  } catch (error) {
    for (const [i, { to }] of [...moves.slice(0, moved).entries()].toReversed()) {
      const copy = copies[i] ?? null;
      await (copy === null ? rm(to) : rename(copy, to));
    }
    throw error;
  }
}

/** Copies a file or link, and returns the copy's path; null where nothing is. */
async function copyOf(path: string, copy: string): Promise<string | null> {
  try {
    await cp(path, copy, { verbatimSymlinks: true });
    return copy;
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}
