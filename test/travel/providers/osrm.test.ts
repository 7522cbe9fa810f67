import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PlanningError } from '../../../src/kernel/finding.ts';
import { present } from '../../../src/kernel/assert.ts';
import { modeOf } from '../../../src/travel/modes/index.ts';
import type { Place } from '../../../src/travel/ports.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { travelFrom } from '../../../src/travel/providers/osrm.ts';
import { anOsrmServer, tableOf } from '../../support/osrm-server.ts';

const mode = (id: string) => present(modeOf(id), id);
const placesUpTo = (count: number): readonly Place[] =>
  Array.from({ length: count }, (_, i) => ({ location: { lat: 31 + i / 1000, lng: 121 }, setting: 'town' as const }));

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beatplan-record-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => {
      if (error instanceof PlanningError) return error.findings.map(({ code, message }) => `${code}: ${message}`);
      throw error;
    },
  );

describe('travelFrom', () => {
  it('asks nobody where no address is given', async () => {
    expect(travelFrom({ addresses: {}, record: null })).toBe(estimate);
  });

  it('asks for the modes with an address, adds their overhead, and estimates the others', async () => {
    // Each place is a thousandth of a degree further north: so many minutes and kilometres to the north, twice as many back.
    const { address, asked } = await anOsrmServer((request, response) =>
      response.end(
        JSON.stringify(
          tableOf(request.url ?? '', (from, to) => {
            const steps = Math.round((Number(to.split(',')[1]) - Number(from.split(',')[1])) * 1000);
            return steps === 2 ? null : [Math.abs(steps) * (steps < 0 ? 120 : 60) + 0.4, Math.abs(steps) * 1000];
          }),
        ),
      ),
    );
    const travel = travelFrom({ addresses: { car: address }, record: null });
    const { overhead } = mode('car');
    const { source, seconds, metres } = await travel.matrix(placesUpTo(3), mode('car'));
    expect(source).toBe('osrm');
    expect([...seconds]).toEqual([0, 60 + overhead, -1, 120 + overhead, 0, 60 + overhead, 240 + overhead, 120 + overhead, 0]);
    expect([...metres]).toEqual([0, 1000, -1, 1000, 0, 1000, 2000, 1000, 0]);
    expect(asked).toEqual([expect.stringMatching(/^\/table\/v1\/driving\/121\.000000,31\.000000;121\.000000,31\.001000;/)]);
    expect(await travel.matrix(placesUpTo(3), mode('walk'))).toEqual(await estimate.matrix(placesUpTo(3), mode('walk')));
  });

  it('asks in parts of 100 places, each once', async () => {
    const { address, asked } = await anOsrmServer();
    const travel = travelFrom({ addresses: { car: address }, record: null });
    const first = await travel.matrix(placesUpTo(120), mode('car'));
    expect(asked).toHaveLength(9);
    expect(Math.max(...asked.map((url) => url.split(',').length - 2))).toBeLessThanOrEqual(100);
    expect(await travel.matrix(placesUpTo(120), mode('car'))).toEqual(first);
    expect(asked).toHaveLength(9);
  });

  it('records answers, and needs no address to repeat them', async () => {
    const record = await aFolder();
    const { address, asked, close } = await anOsrmServer();
    const first = await travelFrom({ addresses: { car: address }, record }).matrix(placesUpTo(3), mode('car'));
    await close();
    expect(asked).toHaveLength(1);
    expect(await travelFrom({ addresses: { car: address }, record }).matrix(placesUpTo(3), mode('car'))).toEqual(first);
    const replay = travelFrom({ addresses: {}, record });
    expect(await replay.matrix(placesUpTo(3), mode('car'))).toEqual(first);
    expect((await replay.matrix(placesUpTo(3), mode('bus'))).source).toBe('estimate');
    expect(await codesOf(replay.matrix(placesUpTo(4), mode('car')))).toEqual([
      'TRAVEL_NOT_RECORDED: The record lacks travel by car between these places',
    ]);
  });

  it('does not take the record of another service', async () => {
    const record = await aFolder();
    const [one, other] = [await anOsrmServer(), await anOsrmServer()];
    for (const { address } of [one, other]) await travelFrom({ addresses: { car: address }, record }).matrix(placesUpTo(2), mode('car'));
    expect([one.asked.length, other.asked.length]).toEqual([1, 1]);
  });

  it('refuses a record that holds something else', async () => {
    const record = await aFolder();
    const { address } = await anOsrmServer();
    await travelFrom({ addresses: { car: address }, record }).matrix(placesUpTo(2), mode('car'));
    const [name = ''] = await readdir(join(record, 'car'));
    await writeFile(join(record, 'car', name), '{}');
    expect(await codesOf(travelFrom({ addresses: {}, record }).matrix(placesUpTo(2), mode('car')))).toEqual([
      'TRAVEL_RECORD_UNUSABLE: The record of travel cannot be used: it holds something else',
    ]);
  });

  it.each([
    ['no JSON', '<html>', 'its answer is no JSON'],
    ['an error', '{"code":"NoTable"}', 'its answer is no table'],
    ['no distances', '{"code":"Ok","durations":[[0,1],[1,0]]}', 'its answer is no table'],
    ['too few rows', '{"code":"Ok","durations":[[0,1]],"distances":[[0,1]]}', 'its table has another size'],
    ['negative times', '{"code":"Ok","durations":[[0,-1],[1,0]],"distances":[[0,1],[1,0]]}', 'its answer is no table'],
    ['an endless answer', ' '.repeat(2 ** 21), 'its answer is too long'],
  ])('refuses %s', async (_, body, problem) => {
    const { address } = await anOsrmServer((_request, response) => response.end(body));
    const travel = travelFrom({ addresses: { car: address }, record: null });
    expect(await codesOf(travel.matrix(placesUpTo(2), mode('car')))).toEqual([
      expect.stringContaining(`TRAVEL_SERVICE_FAILED: The travel service for car failed: ${problem}`),
    ]);
  });

  it('follows no redirect, and reports a status and a service that does not run', async () => {
    const target = await anOsrmServer();
    const redirect = await anOsrmServer((request, response) =>
      response.writeHead(302, { location: `${target.address}${request.url ?? ''}` }).end(),
    );
    const broken = await anOsrmServer((_, response) => response.writeHead(500).end());
    const gone = await anOsrmServer();
    await gone.close();
    const codes = [redirect, broken, gone].map(({ address }) =>
      codesOf(travelFrom({ addresses: { car: address }, record: null }).matrix(placesUpTo(2), mode('car'))),
    );
    expect(await Promise.all(codes)).toEqual([
      [expect.stringContaining('TRAVEL_SERVICE_FAILED')],
      [expect.stringContaining('it answers with status 500')],
      [expect.stringContaining('nothing listens at its address')],
    ]);
    expect(target.asked).toEqual([]);
  });

  it('asks for no more than 2,000 places', async () => {
    const travel = travelFrom({ addresses: { car: 'http://127.0.0.1:1' }, record: null });
    expect(await codesOf(travel.matrix(placesUpTo(2001), mode('car')))).toEqual([expect.stringContaining('TRAVEL_TOO_LARGE')]);
  });
});
