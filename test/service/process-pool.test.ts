import { once } from 'node:events';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ProcessDied, TaskTimedOut } from '../../src/service/process-messages.ts';
import { ProcessPool } from '../../src/service/process-pool.ts';

const module = new URL('../support/pooled-process.ts', import.meta.url);

function aPool(changes: { readonly size?: number; readonly idleTime?: number } = {}): ProcessPool {
  const pool = new ProcessPool({ module, size: 1, megabytes: 64, ...changes });
  onTestFinished(() => pool.close());
  return pool;
}

/** Waits until a claim holds. The test's own time limit ends the wait. */
async function until(claim: () => boolean): Promise<void> {
  while (!claim()) await sleep(10);
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a pool of processes', () => {
  it('runs tasks, one process after the other task', async () => {
    const pool = aPool();
    expect(await Promise.all([1, 2, 3].map((input) => pool.run<number>({ name: 'double', input })))).toEqual([2, 4, 6]);
    const pids = [await pool.run({ name: 'pid', input: null }), await pool.run({ name: 'pid', input: null })];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[0]).not.toBe(process.pid);
  });

  it('rejects with the error of a task and goes on', async () => {
    const pool = aPool();
    await expect(pool.run({ name: 'fail', input: 'no luck' })).rejects.toThrow('no luck');
    await expect(pool.run({ name: 'nothing', input: null })).rejects.toThrow('There is no task "nothing".');
    expect(await pool.run({ name: 'double', input: 4 })).toBe(8);
  });

  it.each([
    ['crashes', 'crash', false],
    ['runs out of memory', 'fillMemory', true],
  ])('survives a process that %s, and says whether it was memory', { timeout: 60_000 }, async (_, name, isMemory) => {
    const pool = aPool();
    const error = await pool.run({ name, input: null }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProcessDied);
    expect(error).toMatchObject({ isMemory });
    expect(await pool.run({ name: 'double', input: 4 })).toBe(8);
  });

  it('ends a process that takes longer than its time limit', { timeout: 60_000 }, async () => {
    const pool = aPool();
    const error = await pool.run({ name: 'spin', input: null, timeLimit: 0.2 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TaskTimedOut);
    expect(await pool.run({ name: 'double', input: 4 })).toBe(8);
  });

  it('drops tasks whose caller has left, in the queue and in a process', { timeout: 60_000 }, async () => {
    const pool = aPool();
    const [first, second] = [new AbortController(), new AbortController()];
    const spinning = pool.run({ name: 'spin', input: null, signal: first.signal });
    const waiting = pool.run({ name: 'double', input: 1, signal: second.signal });
    second.abort(new Error('second left'));
    await expect(waiting).rejects.toThrow('second left');
    first.abort(new Error('first left'));
    await expect(spinning).rejects.toThrow('first left');
    expect(await pool.run({ name: 'double', input: 4 })).toBe(8);
  });

  it('delivers reports and messages while a task runs', async () => {
    const pool = aPool();
    const reports: unknown[] = [];
    await pool.run({ name: 'reports', input: 3, onReport: (report) => reports.push(report) });
    expect(reports).toEqual([1, 2, 3]);
    let send: (message: unknown) => void = () => {};
    const answer = pool.run({ name: 'untilMessage', input: null, onStart: (sender) => (send = sender), onReport: () => send('go on') });
    expect(await answer).toBe('go on');
    // A message that comes before the task listens is not lost.
    expect(await pool.run({ name: 'untilMessage', input: null, onStart: (sender) => sender('early') })).toBe('early');
  });

  it('counts what runs and what waits', async () => {
    const pool = aPool({ size: 2 });
    const leave = new AbortController();
    const spinning = [1, 2, 3].map(() => pool.run({ name: 'spin', input: null, signal: leave.signal }));
    expect([pool.running, pool.waiting]).toEqual([2, 1]);
    leave.abort(new Error('left'));
    const ends = await Promise.allSettled(spinning);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await until(() => pool.running === 0);
  });

  it('ends processes without a task after a while, and all when it closes', async () => {
    const pool = aPool({ idleTime: 50 });
    await pool.run({ name: 'double', input: 1 });
    await until(() => pool.pids.length === 0);
    const spinning = pool.run({ name: 'spin', input: null });
    const [pid = 0] = pool.pids;
    await pool.close();
    await expect(spinning).rejects.toThrow('closed');
    expect(isAlive(pid)).toBe(false);
    await expect(pool.run({ name: 'double', input: 1 })).rejects.toThrow('closed');
  });

  it.each(['spin', 'untilMessage'])('leaves no process behind when its own is killed (%s)', { timeout: 60_000 }, async (task) => {
    const parent = fork(join(import.meta.dirname, '../support/pool-parent.ts'), [task], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const [pid] = (await once(parent, 'message')) as [number];
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid));
  });
});
