import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RECORD, recordText, writtenAs } from '../../../src/cli/output/file-record.ts';
import { prepareFolder, refuseForeign, writeFileSet, writeFiles } from '../../../src/cli/output/output-folder.ts';
import { makeStaging, replaceAll } from '../../../src/cli/output/staging.ts';
import { PlanningError } from '../../../src/kernel/finding.ts';
import { folderOf } from '../beatplan.ts';

const anEmptyFolder = () => folderOf(new Map());
const write = (folder: string, files: Readonly<Record<string, string>>, force = false) => writeFileSet(folder, files, { force });

/** All files of a folder but the record, by path within. */
async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => !path.endsWith(RECORD));
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')])));
}

/** Runs work without the rights of root, which may write everywhere. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** The user without rights, on Debian and most others. */
const NOBODY = 65_534;

/** The codes and files of the findings of work that is refused. */
async function refusals(work: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlanningError)) throw error ?? new Error('nothing was refused');
  return error.findings.map(({ code, at }) => `${code} ${at.file.split('/').at(-1) ?? ''}`);
}

describe('a set of files', () => {
  it('replaces an earlier set, and removes what only that one had', async () => {
    const folder = await anEmptyFolder();
    await write(folder, { 'plan.csv': '1', 'calendars/a.ics': '1', 'calendars/b.ics': '1', 'reps/a.html': '1' });
    await write(folder, { 'plan.csv': '2', 'calendars/b.ics': '2' });
    expect(await contentsOf(folder)).toEqual({ 'plan.csv': '2', 'calendars/b.ics': '2' });
    expect((await readdir(folder)).toSorted()).toEqual([RECORD, 'calendars', 'plan.csv']);
  });

  it('leaves files of others alone, and names those that are in its place', async () => {
    const folder = await folderOf(
      new Map([
        ['plan.csv', 'mine'],
        ['notes.txt', 'mine'],
        ['calendars/z.ics', 'mine'],
      ]),
    );
    const files = { 'plan.csv': 'new', 'calendars/z.ics': 'new', 'plan.json': 'new' };
    expect(await refusals(write(folder, files))).toEqual(['FILE_FOREIGN plan.csv', 'FILE_FOREIGN z.ics']);
    expect(await contentsOf(folder)).toEqual({ 'plan.csv': 'mine', 'notes.txt': 'mine', 'calendars/z.ics': 'mine' });
    await write(folder, files, true);
    expect(await contentsOf(folder)).toEqual({ ...files, 'notes.txt': 'mine' });
  });

  it('takes a file that was changed since for somebody else’s, and never removes one', async () => {
    const folder = await anEmptyFolder();
    await write(folder, { 'plan.csv': '1', 'calendars/a.ics': '1' });
    await writeFile(join(folder, 'plan.csv'), '1 with notes');
    await writeFile(join(folder, 'calendars/a.ics'), '2');
    expect(await refusals(write(folder, { 'plan.csv': '2' }))).toEqual(['FILE_FOREIGN plan.csv']);
    await write(folder, { 'plan.json': '2' });
    expect(await contentsOf(folder)).toEqual({ 'plan.csv': '1 with notes', 'calendars/a.ics': '2', 'plan.json': '2' });
  });

  it('goes on where a run was killed between old and new files', async () => {
    const folder = await anEmptyFolder();
    await write(folder, { 'plan.csv': 'old', 'plan.json': 'old' });
    const both = [writtenAs('old'), writtenAs('new')];
    await writeFile(
      join(folder, RECORD),
      recordText(
        new Map([
          ['plan.csv', both],
          ['plan.json', both],
        ]),
      ),
    );
    await writeFile(join(folder, 'plan.csv'), 'new');
    await write(folder, { 'plan.csv': 'newer', 'plan.json': 'newer' });
    expect(await contentsOf(folder)).toEqual({ 'plan.csv': 'newer', 'plan.json': 'newer' });
  });

  it('replaces a link by force only, and never what it points to', async () => {
    const folder = await folderOf(new Map([['elsewhere.txt', 'mine']]));
    await symlink('elsewhere.txt', join(folder, 'plan.csv'));
    expect(await refusals(write(folder, { 'plan.csv': 'new' }))).toEqual(['FILE_FOREIGN plan.csv']);
    await write(folder, { 'plan.csv': 'new' }, true);
    expect(await contentsOf(folder)).toEqual({ 'elsewhere.txt': 'mine', 'plan.csv': 'new' });
  });

  it.each(['folder', 'pipe', 'socket'])('refuses a %s in the place of a file, by force too', async (kind) => {
    const folder = await anEmptyFolder();
    const path = join(folder, 'plan.csv');
    if (kind === 'folder') await mkdir(path);
    if (kind === 'pipe') execFileSync('mkfifo', [path]);
    if (kind === 'socket') {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      onTestFinished(() => void server.close());
    }
    for (const force of [false, true]) {
      expect(await refusals(write(folder, { 'plan.json': 'new', 'plan.csv': 'new' }, force))).toEqual(['OUTPUT_UNWRITABLE plan.csv']);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('.beatplan-') || name === 'plan.json')).toEqual([]);
  });

  it('is written all or not at all', async () => {
    const folder = await folderOf(new Map([['calendars', 'a file where a folder belongs']]));
    expect(await refusals(write(folder, { 'plan.json': 'new', 'calendars/a.ics': 'new' }))).toHaveLength(1);
    expect(await refusals(writeFiles(folder, { 'plan.json': 'new', [`${'x'.repeat(300)}.ics`]: 'new' }))).toHaveLength(1);
    expect(await contentsOf(folder)).toEqual({ calendars: 'a file where a folder belongs' });
  });

  it('never removes outside the folder, whatever a record says', async () => {
    const folder = await folderOf(
      new Map([
        ['victim', 'x'],
        ['out/plan.csv', 'x'],
      ]),
    );
    const out = join(folder, 'out');
    for (const name of ['../victim', 'a/../../victim', '..', '/etc/passwd', 'a/b/c', String.raw`..\victim`]) {
      await writeFile(join(out, RECORD), JSON.stringify({ files: { [name]: [writtenAs('x')] } }));
      await write(out, { 'plan.json': name }, true);
    }
    for (const record of ['', '[]', '7', '{"files":{"plan.csv":7}}', '{"files":{"plan.csv":[{"bytes":1}]}}', '{"files":[]}']) {
      await writeFile(join(out, RECORD), record);
      expect(await refusals(write(out, { 'plan.csv': 'new' }))).toEqual(['FILE_FOREIGN plan.csv']);
    }
    expect(await contentsOf(folder)).toMatchObject({ victim: 'x' });
  });

  it('keeps others’ files through any sequence of sets', async () => {
    const name = fc.constantFrom('plan.csv', 'plan.json', 'calendars/a.ics', 'calendars/b.ics', 'reps/a.html');
    const set = fc.dictionary(name, fc.constantFrom('1', '2', '3'), { minKeys: 1, noNullPrototype: true });
    const step = fc.record({ set, edited: fc.option(name, { nil: null }), force: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
        const folder = await anEmptyFolder();
        let own: Readonly<Record<string, string>> = {};
        const others: Record<string, string> = {};
        for (const { set: files, edited, force } of steps) {
          if (edited !== null) {
            await mkdir(join(folder, edited, '..'), { recursive: true });
            await writeFile(join(folder, edited), 'edited');
            others[edited] = 'edited';
          }
          const isRefused = !force && Object.keys(files).some((written) => written in others);
          if (isRefused) await refusals(write(folder, files));
          else {
            await write(folder, files, force);
            own = files;
            for (const written of Object.keys(files)) delete others[written];
          }
          expect(await contentsOf(folder)).toEqual({ ...own, ...others });
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('moves into place', () => {
  it('are undone when one fails', async () => {
    const folder = await folderOf(
      new Map([
        ['a', 'old'],
        ['staged-a', 'new'],
        ['staged-b', 'new'],
      ]),
    );
    const staging = await makeStaging(folder);
    const at = (name: string) => join(folder, name);
    const moves = [
      ['staged-a', 'a'],
      ['staged-b', 'b'],
      ['absent', 'c'],
    ].map(([from = '', to = '']) => ({ from: at(from), to: at(to) }));
    await expect(replaceAll(moves, staging)).rejects.toThrow('ENOENT');
    expect(await contentsOf(folder)).toEqual({ a: 'old' });
  });

  it('start in a new folder, and those of runs that were killed long ago are removed', async () => {
    const folder = await folderOf(
      new Map([
        ['.beatplan-abcdef/0.new', ''],
        ['.beatplan-ghijkl/0.new', ''],
      ]),
    );
    await utimes(join(folder, '.beatplan-abcdef'), 1, 1);
    await makeStaging(folder);
    expect((await readdir(folder)).filter((name) => name === '.beatplan-abcdef' || name === '.beatplan-ghijkl')).toEqual([
      '.beatplan-ghijkl',
    ]);
  });
});

describe('a folder for results', () => {
  it('is made, and left empty until there are results', async () => {
    const folder = join(await anEmptyFolder(), 'a/b');
    await prepareFolder(folder);
    expect(await readdir(folder)).toEqual([]);
    await refuseForeign(folder, ['plan.csv'], { force: false });
  });

  it.skipIf(process.platform !== 'linux')('is not a device, a pipe, or a folder that takes no files', async () => {
    const pipe = join(await anEmptyFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of ['/dev/full', '/dev/null', '/proc', '/proc/self/fd', '/proc/version', '/proc/new/out', pipe, join(pipe, 'out')]) {
      expect(await refusals(prepareFolder(path))).toEqual([`OUTPUT_UNWRITABLE ${path.split('/').at(-1) ?? ''}`]);
    }
  });

  it('is not one without permission', async () => {
    const folder = await anEmptyFolder();
    await chmod(folder, 0o555);
    expect(await asOrdinaryUser(() => refusals(prepareFolder(folder)))).toHaveLength(1);
  });
});
