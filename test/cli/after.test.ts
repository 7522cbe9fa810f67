import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { beatplan, folderOf } from './beatplan.ts';

const root = process.cwd();
const schema = z.object({
  plan: z.object({
    days: z.array(z.object({ day: z.string(), stops: z.array(z.object({ type: z.string(), customer: z.string().optional() })) })),
  }),
});
const SECOND = ['plan', 'fixtures/hamlet-4', '--from', '2026-12-14', '--days', '5', '--work', '200', '--json'];

/** The customers whom a plan visits, by day. */
const visitsOf = (text: string): readonly string[] =>
  schema
    .parse(JSON.parse(text))
    .plan.days.flatMap(({ day, stops }) => stops.flatMap((stop) => (stop.type === 'visit' ? [`${day} ${stop.customer ?? ''}`] : [])));

describe('plan --after', () => {
  it(
    'takes an output folder, a document, a table or a workbook, with the same result; and a missed visit comes again',
    { timeout: 60_000 },
    async () => {
      const out = join(await folderOf(new Map()), 'first');
      const first = await beatplan(['plan', 'fixtures/hamlet-4', '--from', '2026-12-07', '--days', '5', '--work', '200', '-o', out], root);
      expect(first.code).toBe(0);
      const [folder, document, table, workbook] = await Promise.all(
        [out, join(out, 'plan.json'), join(out, 'plan.csv'), join(out, 'plan.xlsx')].map((path) =>
          beatplan([...SECOND, '--after', path], root),
        ),
      );
      expect(visitsOf(document?.stdout ?? '')).toEqual(visitsOf(folder?.stdout ?? ''));
      expect(visitsOf(workbook?.stdout ?? '')).toEqual(visitsOf(folder?.stdout ?? ''));
      expect(visitsOf(table?.stdout ?? '')).toEqual(visitsOf(folder?.stdout ?? ''));

      // Everything was missed: the second week makes up for it.
      const csv = await readFile(join(out, 'plan.csv'), 'utf8');
      const missed = join(out, 'missed.csv');
      await writeFile(missed, csv.replaceAll(/,,,,\r\n/g, ',missed,,,\r\n'));
      const again = await beatplan([...SECOND, '--after', missed], root);
      expect(visitsOf(again.stdout).length).toBeGreaterThan(visitsOf(folder?.stdout ?? '').length);
    },
  );

  it('says of the workbook of a plan without visits that it has none', { timeout: 60_000 }, async () => {
    const files = {
      'territory.json': '{"id":"t","timeZone":"Europe/London","policy":"general","coordinates":"wgs84"}',
      'customers.csv': 'id,lat,lng,tier,hours\nc1,51.46,-0.97,A,Sa 09:00-12:00\n',
      'reps.csv': 'id,start_lat,start_lng,vehicles,shifts\nr1,51.45,-0.97,car,Mo-Fr 08:30-17:30\n',
      'requests.csv': 'id,customer,from,deadline\nq1,c1,2026-12-07,2026-12-11\n',
    };
    const folder = await folderOf(new Map(Object.entries(files)));
    const out = join(folder, 'out');
    expect((await beatplan(['plan', '.', '--from', '2026-12-07', '--days', '5', '--work', '50', '-o', out], folder)).code).toBe(0);
    const second = ['plan', '.', '--from', '2026-12-14', '--days', '5', '--work', '50'];
    const { code, stdout, stderr } = await beatplan([...second, '--after', join(out, 'plan.xlsx')], folder);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('The earlier plan has no visit');
    expect((await beatplan([...second, '--after', out], folder)).code).toBe(0);
  });

  it('says where no plan is', async () => {
    const { code, stdout, stderr } = await beatplan([...SECOND, '--after', 'nowhere/plan.json'], root);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('Name the plan.json, plan.csv, plan.xlsx or the output folder of a plan.');
  });
});
