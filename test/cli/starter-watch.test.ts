import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { filesWith } from '../contract/territory-files.ts';
import { bin, folderOf } from './beatplan.ts';

/** A Node of this machine that is too old to run beatplan itself, or null. */
const olderNode =
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .find((path) => Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' })) < 26) ?? null;

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** Starts the command with a Node; a test that fails leaves nothing running. */
function start(node: string, args: readonly string[], cwd: string): Started {
  const env = { ...process.env, BEATPLAN_TOKEN: '' };
  const started = spawn(node, [bin, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env });
  onTestFinished(() => void started.kill('SIGKILL'));
  return started;
}

/** A field of a process's status, or null when it has ended. */
function statusOf(pid: number, field: string): string | null {
  try {
    return new RegExp(`^${field}:\\s+(\\S+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** The processes that a process has started, and those that they have. */
function descendants(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const isAlive = (pid: number) => ![null, 'Z', 'X'].includes(statusOf(pid, 'State'));
/** Whether a process handles SIGHUP, the first signal; Node handles it for nobody. */
const handlesEnd = (pid: number) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(bin) && (BigInt(`0x${statusOf(pid, 'SigCgt') ?? '0'}`) & 1n) !== 0n;
/** Hundredths of a second that a process has computed. */
const computed = (pid: number) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[11] ?? 0);

/** Waits for a fact about other processes. */
const until = (fact: () => boolean) => vi.waitUntil(fact, { timeout: 30_000, interval: 20 });

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

const WEEK = ['--from', '2026-12-07', '--days', '5'];

describe.skipIf(process.platform !== 'linux' || olderNode === null)('a starter under an older Node', { timeout: 60_000 }, () => {
  const older = olderNode ?? '';

  it('leaves no process of a service when it is killed', async () => {
    const starter = start(older, ['serve', '.', ...WEEK, '--port', '0', '--json', '--log', 'silent'], await folderOf(filesWith({})));
    const [line] = await once(starter.stdout, 'data');
    expect(JSON.parse(String(line))).toMatchObject({ url: expect.stringMatching(/^http/) });
    const pids = descendants(starter.pid ?? 0);
    expect(pids.length).toBeGreaterThan(1);
    starter.kill('SIGKILL');
    await until(() => !pids.some(isAlive));
  });

  it.each([
    ['begins', 0],
    ['searches', 300],
  ])('leaves no command when it is killed while that one %s', async (_stage, ticks) => {
    const starter = start(older, ['plan', '.', ...WEEK, '--time', '10m'], await folderOf(filesWith({})));
    await until(() => descendants(starter.pid ?? 0).some((pid) => computed(pid) >= ticks));
    const pids = descendants(starter.pid ?? 0);
    starter.kill('SIGKILL');
    await until(() => !pids.some(isAlive));
    expect(pids).toHaveLength(1);
  });

  it('passes signals and exit codes on', async () => {
    const starter = start(older, ['serve', '--port', '0', '--json', '--log', 'silent'], await folderOf(new Map()));
    await once(starter.stdout, 'data');
    starter.kill('SIGTERM');
    const [said, [code]] = await Promise.all([textOf(starter.stderr), once(starter, 'exit')]);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^Ending: /) });

    const refused = start(older, ['validate', 'nowhere'], await folderOf(new Map()));
    expect(await once(refused, 'exit')).toEqual([2, null]);
  });

  it('lets commands that are done end by themselves', async () => {
    const starter = start(older, ['--version'], await folderOf(new Map()));
    expect(await textOf(starter.stdout)).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a signal during the start of the service', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.skipIf(process.platform !== 'linux').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends it with 130, and says so: %s',
    async (signal) => {
      const service = start(process.execPath, ['serve', '.', ...WEEK, '--port', '0'], await folderOf(filesWith({})));
      await until(() => handlesEnd(service.pid ?? 0));
      service.kill(signal);
      const [printed, said, [code]] = await Promise.all([textOf(service.stdout), textOf(service.stderr), once(service, 'exit')]);
      expect({ printed, said, code }).toEqual({ printed: '', said: `Ended by ${signal} during the start.\n`, code: 130 });
    },
  );

  it.skipIf(process.platform !== 'linux').each([20, 35, 50, 65, 80, 95])('is never lost, however far the start is: %i', async (ticks) => {
    const service = start(process.execPath, ['serve', '.', ...WEEK, '--port', '0', '--log', 'silent'], await folderOf(filesWith({})));
    const pid = service.pid ?? 0;
    let listens = false;
    service.stdout.on('data', () => (listens = true));
    await until(() => listens || (handlesEnd(pid) && computed(pid) >= ticks));
    service.kill('SIGTERM');
    const [said, [code]] = await Promise.all([textOf(service.stderr), once(service, 'exit')]);
    expect({ code, said }).toEqual({
      code: code === 0 ? 0 : 130,
      said: expect.stringMatching(code === 0 ? /^Ending: / : /^Ended by SIGTERM/),
    });
  });

  /** Starts the service in this process, with a signal at a moment; gives what happened in order. */
  async function happenings(signalAt: 'reading' | 'listening') {
    const log: string[] = [];
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      log.push(`exit ${String(code)}`);
      throw new Error('ended');
    });
    vi.spyOn(console, 'error').mockImplementation((message: string) => void log.push(message));
    const signal = () => {
      try {
        process.emit('SIGTERM', 'SIGTERM');
      } catch {
        // The process would have ended.
      }
    };
    const folder = await folderOf(filesWith({}));
    const running = runCli(['serve', folder, folder, ...WEEK], {
      plan: () => Promise.reject(new Error()),
      capacity: () => Promise.reject(new Error()),
      explain: () => Promise.reject(new Error()),
      serve: () => {
        log.push('listen');
        if (signalAt === 'listening') signal();
        return Promise.reject(Object.assign(new Error(), { syscall: 'listen', code: 'EADDRINUSE' }));
      },
    });
    if (signalAt === 'reading') setImmediate(signal);
    await running;
    return log;
  }

  it('ends it while samples are read and while it begins to listen', async () => {
    expect((await happenings('reading')).slice(0, 3)).toEqual(['Ended by SIGTERM during the start.', 'exit 130', 'listen']);
    vi.restoreAllMocks();
    expect((await happenings('listening')).slice(0, 3)).toEqual(['listen', 'Ended by SIGTERM during the start.', 'exit 130']);
  });

  it('means nothing any more when the start has failed', async () => {
    const before = process.listenerCount('SIGTERM');
    await happenings('listening');
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
