import { randomUUID } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { link, lstat, readFile, rename, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { PlanningError } from '../../kernel/finding.ts';
import { cliErrors } from '../errors.ts';
import { isFileError, notAFile } from '../files/file-kind.ts';

/** The file in an output folder that says which run is using it. */
export const LOCK = '.beatplan.lock';

/** Milliseconds after which a lock that nobody has renewed belongs to a run that was killed, on whatever machine. */
const ABANDONED = 120_000;
/** Milliseconds between renewals. */
const RENEWAL = 10_000;
/** Larger files are no locks. */
const LARGEST_LOCK = 1000;
/** How often a lock that just went is tried again. */
const TRIES = 5;

/** An output folder that no other run uses until it is released. */
export interface FolderLock {
  /** Refuses when another run has taken over the folder, as after this machine slept. */
  readonly check: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Locks an existing folder, or throws a finding while another run uses it. Takes over the lock of a run that was killed. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, LOCK);
  const run = randomUUID();
  const own = `${JSON.stringify({ about: ABOUT, host: hostname(), pid: process.pid, run })}\n`;
  for (let tries = 0; !(await create(path, own)); tries++) {
    if (tries >= TRIES || !(await removeAbandoned(path))) throw inUse(path);
  }
  const renewal = setInterval(() => void renew(path), RENEWAL).unref();
  const onExit = () => removeNow(path, own);
  process.once('exit', onExit);
  held.add(run);
  return {
    check: async () => {
      const content = await contentOf(path);
      // Without any lock nobody else is there: somebody has emptied the folder.
      if (content !== null && content !== own) throw inUse(path);
    },
    release: async () => {
      clearInterval(renewal);
      process.off('exit', onExit);
      held.delete(run);
      if ((await contentOf(path)) === own) await unlink(path);
    },
  };
}

/** The runs of this process that hold a lock. */
const held = new Set<string>();

const ABOUT = 'A run of beatplan is writing into this folder. It removes this file at its end.';

const inUse = (path: string) => new PlanningError([cliErrors.outputInUse({ at: { file: path } })]);

/** Writes a new file; returns false where there is one. */
async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isFileError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Sets the time of a lock. One that is gone needs none: the check before writing finds that. */
async function renew(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}

/** Removes a lock while the process exits, which waits for nothing. */
function removeNow(path: string, own: string): void {
  try {
    if (readFileSync(path, 'utf8') === own) unlinkSync(path);
  } catch {
    // The next run takes over what is left.
  }
}

/** Removes the lock of a run that was killed; returns whether the folder may be free now. */
async function removeAbandoned(path: string): Promise<boolean> {
  const content = await contentOf(path);
  if (content === null) return true;
  if (!(await isAbandoned(path, content))) return false;
  // Another run may do the same at this moment, and lock the folder before this one: then its lock goes back.
  const aside = `${path}-${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return true;
    throw error;
  }
  const isOther = (await contentOf(aside)) !== content;
  if (isOther) await link(aside, path).catch(() => {});
  await unlink(aside);
  return !isOther;
}

/** Whether the run that holds a lock has ended without removing it. A run that was killed while it made the lock left it empty. */
async function isAbandoned(path: string, content: string): Promise<boolean> {
  const holder = holderIn(content);
  if (holder === null && content !== '') return false;
  if (holder?.host === hostname() && (holder.pid === process.pid ? !held.has(holder.run) : !isAlive(holder.pid))) return true;
  return Date.now() - (await lstat(path)).mtimeMs > ABANDONED;
}

interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly run: string;
}

/** Who holds a lock; null for what beatplan did not write. */
function holderIn(content: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(content);
    return isHolder(holder) ? holder : null;
  } catch {
    // Not JSON, so no lock of ours.
    return null;
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  ['host', 'run'].every((field) => typeof Reflect.get(value, field) === 'string') &&
  Number.isSafeInteger(Reflect.get(value, 'pid')) &&
  Number(Reflect.get(value, 'pid')) > 0;

/** Whether a process of this machine is running. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be asked, but it is there.
    return isFileError(error) && error.code === 'EPERM';
  }
}

/** The content of a lock; null where there is none. What is no file, or too large, has some content that is no lock. */
async function contentOf(path: string): Promise<string | null> {
  try {
    const stats = await lstat(path);
    return notAFile(stats) !== null || stats.size > LARGEST_LOCK ? 'no lock' : await readFile(path, 'utf8');
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}
