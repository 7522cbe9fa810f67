import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { formatDay } from '../../src/domain/calendar.ts';
import { fixtureSpecs } from '../../tools/generate/specs.ts';
import { beatplan } from '../cli/beatplan.ts';
import { checkExpectations, readFixture } from '../support/check-expectations.ts';

const planFile = z.object({ plan: z.unknown(), run: z.object({ seconds: z.number() }).loose() });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beatplan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A fixture as it was before a day: its history ends there. */
async function fixtureBefore(name: string, day: string): Promise<string> {
  const copy = join(folder, `${name}-before-${day}`);
  await cp(`fixtures/${name}`, copy, { recursive: true });
  const [headings = '', ...rows] = (await readFile(join(copy, 'history.csv'), 'utf8')).split('\n');
  const before = rows.filter((row) => (row.split(',')[1] ?? '') < day);
  await writeFile(join(copy, 'history.csv'), [headings, ...before].join('\n'));
  return copy;
}

/** Plans by the command line, as a user would, and reads what it wrote. */
async function plan(fixture: string, ...args: readonly string[]) {
  const name = basename(fixture);
  const out = join(folder, `${name}-${args.join('')}`.replaceAll(/[^a-z0-9-]/gi, ''));
  const { code, stdout, stderr } = await beatplan(['plan', fixture, ...args, '-o', out], process.cwd());
  expect(stderr).not.toContain('Bug');
  const text = await readFile(join(out, 'plan.json'), 'utf8');
  const document: unknown = JSON.parse(text);
  return {
    out,
    document,
    content: JSON.stringify(planFile.parse(document).plan),
    csv: await readFile(join(out, 'plan.csv'), 'utf8'),
    code,
    stdout,
  };
}

/** Steps for a team's month: some seconds on a fast machine, and the same plan on a slow one. */
const TEAM_WORK = 12_000;
const WEEK = ['--from', '2026-12-07', '--days', '5'];

describe('a planner at the command line', () => {
  it.each([
    { fixture: 'tobacco', horizon: WEEK, promises: 'expect.json', work: 20_000 },
    { fixture: 'tobacco', horizon: ['--month', '2026-12'], promises: 'expect-month.json', work: 30_000 },
    { fixture: 'ladder-1x5d', horizon: WEEK, promises: 'expect.json', work: 30_000 },
    { fixture: 'ladder-1x1m', horizon: ['--month', '2026-12'], promises: 'expect.json', work: 30_000 },
  ])(
    'gets from $fixture ($promises) a plan that keeps all it promises',
    { timeout: 300_000 },
    async ({ fixture, horizon, promises, work }) => {
      const path = horizon === WEEK ? `fixtures/${fixture}` : await fixtureBefore(fixture, '2026-12-01');
      const { document, stdout } = await plan(path, ...horizon, '--work', String(work), '--seed', '1');
      expect(checkExpectations(document, readFixture(path, promises))).toEqual([]);
      expect(stdout).toContain('0 required');
    },
  );

  const teams = fixtureSpecs.flatMap((spec) =>
    spec.by === 'team' ? spec.horizons.map((horizon) => ({ fixture: spec.id, ...horizon })) : [],
  );
  it.each(teams)('gets from $fixture ($file) a plan that keeps all it promises', { timeout: 300_000 }, async (horizon) => {
    const { fixture, file, days, unserved } = horizon;
    const range = ['--from', formatDay(days.first), '--days', String(days.last - days.first + 1)];
    const path = await fixtureBefore(fixture, formatDay(days.first));
    const { document, code, stdout } = await plan(path, ...range, '--work', String(TEAM_WORK), '--seed', '1');
    expect(checkExpectations(document, readFixture(path, file))).toEqual([]);
    expect(code).toBe(exitCodes.done);
    expect(stdout).toMatch(new RegExp(`^Unserved +\\d+: ${unserved} required`, 'm'));
  });

  it('gets the same plan to the byte for the same seed and work, on one worker or two', { timeout: 120_000 }, async () => {
    const work = [...WEEK, '--work', '4000', '--seed', '7'];
    const [once, again, alone] = [
      await plan('fixtures/tobacco', ...work, '--workers', '2'),
      await plan('fixtures/tobacco', ...work, '--workers', '2', '--language', 'zh'),
      await plan('fixtures/tobacco', ...work, '--workers', '1'),
    ];
    expect(again.content).toBe(once.content);
    expect(alone.content).toBe(once.content);
    expect(alone.csv).toBe(once.csv);
  });

  it('gets a plan again from the run that its file records', { timeout: 120_000 }, async () => {
    const timed = await plan('fixtures/ladder-1x5d', ...WEEK, '--time', '2s', '--seed', '3');
    const file = join(timed.out, 'plan.json');
    const again = await plan('fixtures/ladder-1x5d', ...WEEK, '--replay', file);
    expect(again.content).toBe(timed.content);
  });

  it('gets another plan for another seed', { timeout: 120_000 }, async () => {
    const [one, other] = [
      await plan('fixtures/ladder-1x5d', ...WEEK, '--work', '500', '--seed', '1'),
      await plan('fixtures/ladder-1x5d', ...WEEK, '--work', '500', '--seed', '2'),
    ];
    expect(other.content).not.toBe(one.content);
  });
});
