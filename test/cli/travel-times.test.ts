import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { anOsrmServer, tableOf } from '../support/osrm-server.ts';
import { givenTravel } from '../support/given-travel.ts';
import { beatplan, folderOf } from './beatplan.ts';

const days = ['--from', '2026-12-31', '--days', '1', '--work', '500', '--workers', '1'];

describe('a folder with travel times', { timeout: 120_000 }, () => {
  it('is planned by them; other legs are estimated and say so', async () => {
    const folder = await folderOf(givenTravel());
    const { code, stderr } = await beatplan(['plan', folder, ...days, '--output', join(folder, 'out')]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const { plan } = PlanDocument.parse(JSON.parse(await readFile(join(folder, 'out', 'plan.json'), 'utf8')));
    const legs = plan.days.flatMap((day) => day.legs);
    // Only c1 can be reached first.
    expect(legs[0]).toMatchObject({ mode: 'walk', travel: 'PT18M31S', distance: 900, source: 'given' });
    expect(legs.filter(({ source }) => source === 'estimate').length).toBeGreaterThan(0);
    for (const file of ['plan.csv', 'plan.html']) {
      const text = await readFile(join(folder, 'out', file), 'utf8');
      expect(text.split('travel time estimated').length - 1).toBeGreaterThan(0);
    }
  });

  it('gives the same plan when it stands in one document', async () => {
    const { 'travel/walk.csv': rows = '', ...files } = Object.fromEntries(givenTravel());
    const places = ['start:r1', 'c1', 'c2', 'c3'];
    const trips = rows.split('\n').map((row) => row.split(','));
    const table = (field: number) =>
      places.map((from) =>
        places.map((to) => {
          const cell = trips.find(([a, b]) => a === from && b === to)?.[field] ?? '';
          return cell === '' ? null : Number.isNaN(Number(cell)) ? cell : Number(cell);
        }),
      );
    const travel = [{ mode: 'walk', places, seconds: table(2), metres: table(3) }];
    const document = { ...JSON.parse(files['territory.json'] ?? ''), travel };
    const asRows = await folderOf(givenTravel());
    const asMatrix = await folderOf(new Map(Object.entries({ ...files, 'territory.json': JSON.stringify(document) })));
    const [a, b] = await Promise.all([asRows, asMatrix].map((folder) => beatplan(['plan', folder, ...days, '--json'])));
    const planOf = (stdout = '') => PlanDocument.parse(JSON.parse(stdout)).plan;
    expect(planOf(a?.stdout)).toEqual(planOf(b?.stdout));
  });

  it('is refused with each wrong row', async () => {
    const folder = await folderOf(givenTravel({ 'travel/walk.csv': 'from,to,seconds,metres\nc1,nobody,1,1\nc1,c2,-1,1\n' }));
    const { code, stderr } = await beatplan(['validate', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('travel/walk.csv:2 to: There is no such place of the territory (nobody).');
    expect(stderr).toContain('travel/walk.csv:3 seconds: This must be at least 0 (-1).');
  });

  it('goes on without wrong rows where it may', async () => {
    const folder = await folderOf(givenTravel({ 'travel/walk.csv': 'from,to,seconds,metres\nc1,nobody,1,1\nc1,c2,1,1\n' }));
    const { code, stdout, stderr } = await beatplan(['validate', folder, '--skip-bad-rows', '--from', '2026-12-07']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Travel +given trips: walk 1; the others are estimated$/m);
    expect(stderr).toContain('travel/walk.csv without 1 of 2 rows');
  });
});

describe('a travel service', { timeout: 120_000 }, () => {
  it('gives the times of a plan, which its record repeats without it', async () => {
    const { address, asked, close } = await anOsrmServer((request, response) =>
      response.end(JSON.stringify(tableOf(request.url ?? '', () => [600, 5000]))),
    );
    const folder = await folderOf(givenTravel({ 'travel/walk.csv': 'from,to,seconds,metres\nstart:r1,c1,77,70\n' }));
    const record = ['--travel-record', join(folder, 'record')];
    const first = await beatplan(['plan', folder, ...days, '--osrm', `walk=${address}/`, ...record, '--json']);
    expect({ code: first.code, stderr: first.stderr }).toMatchObject({ code: 0 });
    const { plan } = PlanDocument.parse(JSON.parse(first.stdout));
    const legs = plan.days.flatMap((day) => day.legs);
    expect(new Set(legs.map(({ source }) => source))).toEqual(new Set(['given', 'osrm']));
    // Ten minutes, and the half minute that walking in takes.
    expect(legs.filter(({ source }) => source === 'osrm').map(({ travel, distance }) => [travel, distance])).toContainEqual([
      'PT10M30S',
      5000,
    ]);
    expect(asked).toHaveLength(1);
    await close();

    const again = await beatplan(['plan', folder, ...days, ...record, '--json']);
    expect(PlanDocument.parse(JSON.parse(again.stdout)).plan).toEqual(plan);
    const refused = await beatplan(['plan', folder, ...days, '--osrm', `walk=${address}`]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('The travel service for walk failed: nothing listens at its address');
  });

  it.each([
    ['walk', 'This is not a mode with the address of a service (walk).'],
    ['walk=file:///etc/passwd', 'This is not a mode with the address of a service'],
    ['walk=http://me:secret@localhost', 'This is not a mode with the address of a service'],
    ['plane=http://localhost:5000', 'There is no such mode of transport (plane).'],
  ])('is refused where it is written as %s', async (written, problem) => {
    const folder = await folderOf(givenTravel());
    const { code, stderr } = await beatplan(['validate', folder, '--osrm', written]);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });
});
