import { lstat, readdir, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Finding, PlanningError, refuse } from '../../kernel/finding.ts';
import { cliErrors } from '../errors.ts';
import { isFileError, notAFile, problemOf } from '../files/file-kind.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { type FileRecord, RECORD, hasContent, readRecord, recordText, writtenAs } from './file-record.ts';
import { makeFolder } from './make-folder.ts';
import { type Contents, makeStaging, replaceAll, stage } from './staging.ts';

/** Makes a folder for results and checks that it takes files, before any work is done for them. */
export async function prepareFolder(folder: string): Promise<void> {
  await orRefuse(folder, async () => {
    await makeFolder(folder);
    // Permissions alone do not show whether a folder takes files: a disk may be read-only, and /proc takes none.
    const staging = await makeStaging(folder);
    await rmdir(staging);
  });
}

/** Writes files by path within the folder, all or none, and returns their whole paths. Replaces what is there. */
export async function writeFiles(folder: string, files: Contents): Promise<readonly string[]> {
  await orRefuse(folder, async () => {
    await makeFolder(folder);
    const staging = await makeStaging(folder);
    try {
      await replaceAll(await stage(staging, folder, files), staging);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
  return Object.keys(files).map((name) => join(folder, name));
}

/** Locks a prepared folder for this run, or throws a finding while another run uses it. */
export async function lockPrepared(folder: string): Promise<FolderLock> {
  return orRefuse(folder, () => lockFolder(folder));
}

/** Options of a set of files. */
export interface SetOptions {
  /** Replaces files that beatplan did not write. */
  readonly force: boolean;
}

/** Writes the files of a plan, all or none. Refuses to replace others' files, and removes those of an earlier plan that this one lacks. */
export async function writeFileSet(folder: string, files: Contents, { force }: SetOptions): Promise<readonly string[]> {
  const before = await readRecord(folder);
  const now: FileRecord = new Map(Object.entries(files).map(([name, content]) => [name, [writtenAs(content)]]));
  const both: FileRecord = new Map([...before, ...[...now].map(([name, own]) => [name, [...(before.get(name) ?? []), ...own]] as const)]);
  await refuseForeign(folder, [...now.keys()], { record: both, force });
  // An interrupted run leaves both old and new files; this record makes both replaceable.
  await writeFiles(folder, { [RECORD]: recordText(both) });
  const paths = await writeFiles(folder, files);
  const gone = [...before].filter(([name]) => !now.has(name));
  await orRefuse(folder, () => removeUnchanged(folder, new Map(gone)));
  await writeFiles(folder, { [RECORD]: recordText(now) });
  return paths;
}

interface Ownership {
  /** Contents that may be replaced; the folder's own record if absent. */
  readonly record?: FileRecord;
  readonly force: boolean;
}

/** Refuses names of files that beatplan did not write or that have been changed since, and of all that is no file. */
export async function refuseForeign(folder: string, names: readonly string[], { record, force }: Ownership): Promise<void> {
  const replaceable = record ?? (await readRecord(folder));
  const findings: Finding[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const at = { file: path };
    await orRefuse(path, async () => {
      const stats = await ifThere(() => lstat(path));
      if (stats === null) return;
      const problem = notAFile(stats);
      if (problem !== null && !stats.isSymbolicLink()) findings.push(cliErrors.outputUnwritable({ at, problem }));
      else if (!force && (problem !== null || !(await hasContent(path, stats.size, replaceable.get(name) ?? []))))
        findings.push(cliErrors.fileForeign({ at }));
    });
  }
  refuse(findings);
}

/** Removes files that still are as beatplan wrote them, and folders that this leaves empty. */
async function removeUnchanged(folder: string, files: FileRecord): Promise<void> {
  for (const [name, contents] of files) {
    const path = join(folder, name);
    const stats = await ifThere(() => lstat(path));
    if (stats?.isFile() === true && (await hasContent(path, stats.size, contents))) await unlink(path);
  }
  const within = new Set([...files.keys()].filter((name) => name.includes('/')).map((name) => join(folder, dirname(name))));
  for (const path of within) {
    const isEmpty = (await ifThere(() => stat(path)))?.isDirectory() === true && (await readdir(path)).length === 0;
    if (isEmpty) await rmdir(path);
  }
}

/** The result of looking at a path; null where nothing is. */
async function ifThere<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function orRefuse<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new PlanningError([cliErrors.outputUnwritable({ at: { file: path }, problem: problemOf(error) })]);
  }
}
