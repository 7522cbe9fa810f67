import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { filesWith, territoryJson } from '../contract/territory-files.ts';
import { folderOf } from './beatplan.ts';

/** Puts something at a path that is no file; by kind, with what the finding calls it. */
const kinds: Readonly<Record<string, readonly [put: (path: string) => unknown, problem: RegExp]>> = {
  pipe: [(path) => execFileSync('mkfifo', [path]), /it is a pipe/],
  'link to a pipe': [
    async (path) => {
      execFileSync('mkfifo', [`${path}.pipe`]);
      await symlink(`${path}.pipe`, path);
    },
    /it is a pipe/,
  ],
  socket: [
    async (path) => {
      const server = createServer().listen(path);
      await once(server, 'listening');
      onTestFinished(() => void server.close());
    },
    /it is a socket/,
  ],
  'endless device': [(path) => symlink('/dev/zero', path), /it is a device/],
  'empty device': [(path) => symlink('/dev/null', path), /it is a device/],
  'random device': [(path) => symlink('/dev/random', path), /it is a device/],
  'file of /proc that has no end': [(path) => symlink('/proc/self/pagemap', path), /is empty|permission/],
  'file of /proc that waits': [(path) => symlink('/proc/kmsg', path), /is empty|permission/],
  'file of /proc': [(path) => symlink('/proc/self/environ', path), /is empty/],
  'circle of links': [(path) => symlink(path, path), /links lead in a circle/],
};

/** Where it is put, and the arguments that lead there. */
const places: Readonly<Record<string, readonly [name: string, args: readonly string[]]>> = {
  'the territory': ['odd.json', ['validate', 'odd.json']],
  'the facts of a territory': ['territory.json', ['validate', '.']],
  'a table': ['customers.csv', ['validate', '.']],
  'a table with a name of its own': ['拜访记录.csv', ['validate', '.']],
  'a workbook': ['more.xlsx', ['validate', '.']],
  'a file of holidays': ['holidays.json', ['validate', '.']],
  'a policy': ['policy.json', ['validate', '.', '--policy', './policy.json']],
  'a policy that is explained': ['policy.json', ['rules', '--policy', './policy.json']],
  'a plan to repeat': ['old.json', ['plan', '.', '--from', '2026-12-07', '--replay', './old.json']],
  'a sample of the service': ['customers.csv', ['serve', '.']],
};

/** Runs a command in this process; gives its exit code and what it printed on standard error. */
async function run(args: readonly string[]) {
  const errors = vi.spyOn(console, 'error').mockClear().mockReturnValue();
  const nothing = () => Promise.reject(new Error('the odd file was accepted'));
  try {
    const code = await runCli(args, { plan: nothing, capacity: nothing, explain: nothing, serve: nothing });
    return { code, text: errors.mock.calls.flat().map(String).join('\n') };
  } finally {
    vi.restoreAllMocks();
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe.skipIf(process.platform !== 'linux')('something that is no file', () => {
  const all = Object.keys(kinds).flatMap((kind) => Object.keys(places).map((place) => [kind, place] as const));

  it.each(all)('is a finding, and nothing waits for it: a %s in the place of %s', async (kind, place) => {
    const [put, problem] = kinds[kind] ?? [];
    const [name = '', args = []] = places[place] ?? [];
    const holidays = place === 'a file of holidays' ? territoryJson({ calendar: { holidays: [name] } }) : {};
    const folder = await folderOf(filesWith(holidays));
    await rm(join(folder, name), { force: true });
    await put?.(join(folder, name));
    const { code, text } = await run(args.map((arg) => (arg === '.' || arg.endsWith('.json') ? join(folder, arg) : arg)));
    expect({ code, text }).toEqual({ code: 2, text: expect.stringMatching(problem ?? /never/) });
    expect(text).toContain(name);
  });

  it.each(['/dev/full', '/dev/null', '/proc', '/proc/self', '/proc/new/out', '/proc/self/environ'])('takes no plan: %s', async (path) => {
    const folder = await folderOf(filesWith({}));
    const { code, text } = await run(['plan', folder, '--from', '2026-12-07', '-o', path]);
    expect({ code, text }).toEqual({ code: 2, text: expect.stringMatching(/^\/\S+: The file cannot be written/) });
  });

  it.each(['pipe', 'socket', 'link to a pipe', 'endless device', 'circle of links'])('takes no plan: a %s', async (kind) => {
    const folder = await folderOf(filesWith({}));
    await kinds[kind]?.[0](join(folder, 'out'));
    const whole = await run(['plan', folder, '--from', '2026-12-07', '-o', join(folder, 'out')]);
    expect(whole).toEqual({ code: 2, text: expect.stringMatching(/out: The file cannot be written/) });

    await mkdir(join(folder, 'out2'));
    await kinds[kind]?.[0](join(folder, 'out2', 'plan.csv'));
    const within = await run(['plan', folder, '--from', '2026-12-07', '-o', join(folder, 'out2')]);
    expect(within).toEqual({ code: 2, text: expect.stringMatching(/plan\.csv: /) });
    expect(await isThere(join(folder, 'out2', 'plan.json'))).toBe(false);
  });

  it('takes no new territory', async () => {
    for (const path of ['/dev/full', '/proc/self', '/proc/new/out']) expect((await run(['init', path])).code).toBe(2);
  });
});
