import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LOCK, lockFolder } from '../../../src/cli/output/folder-lock.ts';
import { PlanningError } from '../../../src/kernel/finding.ts';
import { filesWith } from '../../contract/territory-files.ts';
import { beatplan, folderOf } from '../beatplan.ts';

const anEmptyFolder = () => folderOf(new Map());
const lockOf = (holder: { readonly host?: string; readonly pid?: number }) =>
  JSON.stringify({ host: hostname(), pid: process.ppid, run: 'another', ...holder });

/** A folder with a lock that was last renewed so many minutes ago. */
async function lockedFolder(lock: string, minutes = 0): Promise<string> {
  const folder = await folderOf(new Map([[LOCK, lock]]));
  const time = new Date(Date.now() - minutes * 60_000);
  await utimes(join(folder, LOCK), time, time);
  return folder;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlanningError)) throw error ?? new Error('nothing was refused');
  return error.findings.map(({ code }) => code).join(' ');
}

/** The id of a process that has ended. */
async function aDeadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock of a folder', () => {
  it('is held by one run at a time, and goes with it', async () => {
    const folder = await anEmptyFolder();
    const first = await lockFolder(folder);
    expect(await refusal(lockFolder(folder))).toBe('OUTPUT_IN_USE');
    await first.check();
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    const second = await lockFolder(folder);
    await second.release();
  });

  it('is taken over from a process that has ended, or that had the same id', async () => {
    for (const pid of [await aDeadProcess(), process.pid]) {
      const folder = await lockedFolder(lockOf({ pid }));
      const lock = await lockFolder(folder);
      await lock.check();
      await lock.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('is taken over from another machine, and from one who was killed while making it, when nobody has renewed it for long', async () => {
    for (const content of [lockOf({ host: 'elsewhere' }), lockOf({}), '']) {
      expect(await refusal(lockFolder(await lockedFolder(content, 1)))).toBe('OUTPUT_IN_USE');
      const lock = await lockFolder(await lockedFolder(content, 3));
      await lock.release();
    }
  });

  it('is no file of somebody else: that stays as it is', async () => {
    for (const content of ['mine', '{}', '{"pid":1}', 'x'.repeat(2000)]) {
      const folder = await lockedFolder(content, 1000);
      expect(await refusal(lockFolder(folder))).toBe('OUTPUT_IN_USE');
      expect(await readFile(join(folder, LOCK), 'utf8')).toBe(content);
    }
    const folder = await anEmptyFolder();
    await mkdir(join(folder, LOCK));
    expect(await refusal(lockFolder(folder))).toBe('OUTPUT_IN_USE');
  });

  it('is taken over by one of many that try at once', async () => {
    const pid = await aDeadProcess();
    for (let round = 0; round < 20; round++) {
      const folder = await lockedFolder(lockOf({ pid }));
      const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
      const locks = tried.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
      const checked = await Promise.allSettled(locks.map((lock) => lock.check()));
      expect(checked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const lock of locks) await lock.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('is lost to whoever took it over, and then is not removed', async () => {
    const folder = await anEmptyFolder();
    const lock = await lockFolder(folder);
    await writeFile(join(folder, LOCK), lockOf({}));
    expect(await refusal(lock.check())).toBe('OUTPUT_IN_USE');
    await lock.release();
    expect(await readdir(folder)).toEqual([LOCK]);
  });

  it('is not missed by a run whose folder somebody removes', async () => {
    const folder = await anEmptyFolder();
    const lock = await lockFolder(folder);
    await rm(join(folder, LOCK));
    await lock.check();
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('two plans for one folder', () => {
  const main = fileURLToPath(new URL('../../../src/main-cli.ts', import.meta.url));

  it('are not made at the same time, and a run that was killed locks nobody out', { timeout: 120_000 }, async () => {
    const folder = await folderOf(filesWith({}));
    const out = join(folder, 'out');
    const planning = ['plan', folder, '--from', '2026-12-07', '--days', '5', '-o', out];
    const first = spawn(process.execPath, [main, ...planning, '--time', '100s'], { stdio: 'ignore' });
    onTestFinished(() => {
      first.kill('SIGKILL');
    });
    while (!(await isThere(join(out, LOCK)))) {
      expect(first.exitCode).toBeNull();
      await setTimeout(50);
    }

    const second = await beatplan([...planning, '--work', '10']);
    expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining('Another run of beatplan uses this folder') });
    expect(await readdir(out)).toEqual([LOCK]);

    const ended = once(first, 'exit');
    first.kill('SIGKILL');
    await ended;
    expect(await beatplan([...planning, '--work', '10'])).toMatchObject({ code: 0 });
    expect(await readdir(out)).toEqual(expect.arrayContaining(['plan.json', 'plan.html']));
    expect(await readdir(out)).not.toContain(LOCK);
  });
});

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
