import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { parseVisitingHours } from '../../src/contract/reading/visiting-hours.ts';
import { type BeatPlace, type RealPlace, lastSeen, layBeats, middleOf } from './beats.ts';

/** Where the real data lie, beside the repository; absent in most clones. */
const DATA = join(import.meta.dirname, '../../../shared/data');

/** Whether the real data are at hand. */
export const hasRealData = (): boolean => existsSync(DATA);

type Files = ReadonlyMap<string, string>;

const rowsOf = <T>(file: string, row: z.ZodType<T>): readonly T[] =>
  z.array(row).parse(parse(readFileSync(join(DATA, file), 'utf8'), { columns: true, bom: true }));

const policyText = (name: string): string => readFileSync(join(import.meta.dirname, `${name}-policy.json`), 'utf8');

const branch = z.object({
  id: z.string(),
  name: z.string(),
  lat_gcj02: z.coerce.number(),
  lon_gcj02: z.coerce.number(),
  open_time: z.string(),
  close_time: z.string(),
});

/** The 1,125 branches of a coffee chain in Shanghai, as published: GCJ-02, one day's hours. Ten reps by metro and on foot. */
export function shanghaiFiles(): Files {
  const places = rowsOf('cn/coffee-shanghai-all.csv', branch).map(
    ({ id, name, lat_gcj02: lat, lon_gcj02: lng, open_time, close_time }): RealPlace => {
      // From midnight to midnight means all day or not at all: nobody knows which.
      const hours = open_time === close_time ? '' : `Mo-Su ${open_time}-${close_time}`;
      return { id, name, lat, lng, hours };
    },
  );
  const beats = layBeats(places, 10, 1);
  return new Map([
    [
      'territory.json',
      JSON.stringify({ id: 'shanghai', name: '上海', timeZone: 'Asia/Shanghai', coordinates: 'gcj02', calendar: holidays2026() }),
    ],
    ['policy.json', policyText('shanghai')],
    ['customers.csv', customersCsv(beats)],
    ['reps.csv', repsCsv(beats, 10, { vehicles: '', modes: 'walk;bus', shifts: 'Mo-Fr 08:30-18:00' })],
  ]);
}

const poi = z.object({ id: z.string(), name: z.string(), lat: z.coerce.number(), lon: z.coerce.number(), opening_hours: z.string() });

/** 1,500 places of Malta from OpenStreetMap, with the hours that they gave. Eight reps by car. */
export function maltaFiles(): Files {
  const places = rowsOf('customers/malta-1500.csv', poi).map(({ id, name, lat, lon: lng, opening_hours: written }): RealPlace => {
    return { id, name, lat, lng, hours: written !== '' && parseVisitingHours(written).ok ? written : '' };
  });
  const beats = layBeats(places, 8, 2);
  return new Map([
    ['territory.json', JSON.stringify({ id: 'malta', name: 'Malta', timeZone: 'Europe/Malta', calendar: { workdays: [1, 2, 3, 4, 5] } })],
    ['policy.json', policyText('malta')],
    ['customers.csv', customersCsv(beats)],
    ['reps.csv', repsCsv(beats, 8, { vehicles: 'car', modes: '', shifts: 'Mo-Fr 08:30-17:30' })],
    ['history.csv', stringify([['customer', 'day'], ...lastSeen(beats, '2026-12-07', { A: 7, B: 14, C: 35 }, 3)])],
  ]);
}

const holidays2026 = () => ({ holidays: [JSON.parse(readFileSync(join(DATA, 'cn/holidays/2026.json'), 'utf8'))] });

const customersCsv = (places: readonly BeatPlace[]): string =>
  stringify([
    ['id', 'name', 'lat', 'lng', 'tier', 'hours', 'area'],
    ...places.map(({ id, name, lat, lng, tier, hours, area }) => [id, name, lat, lng, tier, hours, `area ${area}`]),
  ]);

const repsCsv = (
  places: readonly BeatPlace[],
  count: number,
  given: { readonly vehicles: string; readonly modes: string; readonly shifts: string },
) =>
  stringify([
    ['id', 'start_lat', 'start_lng', 'vehicles', 'modes', 'areas', 'shifts'],
    ...Array.from({ length: count }, (_, i) => {
      const { lat, lng } = middleOf(places, i + 1);
      return [`rep-${i + 1}`, lat, lng, given.vehicles, given.modes, `area ${i + 1}`, given.shifts];
    }),
  ]);
