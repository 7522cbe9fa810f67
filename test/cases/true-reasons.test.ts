import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { beatplan, folderOf } from '../cli/beatplan.ts';
import { caseFolder, isAbsent, planOf, territoryOf } from './cases.ts';

const WEEK = ['--from', '2027-01-11', '--days', '7', '--work', '3000'];

/** The reasons of a plan: class, things, sentence. */
const reasonsOf = ({ plan }: PlanDocument) =>
  plan.unserved.map(({ customer, reasons }) => ({
    customer,
    reasons: reasons.map((one) => `${one.class}: ${one.sentence.en} [${one.because.join()}]`),
  }));

const weekly = JSON.stringify({
  extends: 'check-in',
  id: 'p',
  remove: ['day-plan', 'day-report', 'day/duties', 'day/fewest-visits', 'day/reserve', 'plan/even-load', 'tier-a'],
  frequencies: [{ id: 'f', tiers: ['A'], count: { exactly: 1 }, every: 'P1W' }],
});

const oneCustomer = (columns: string, cells: string, reps?: string) =>
  territoryOf({
    'policy.json': weekly,
    'customers.csv': `id,name,lat,lng,tier${columns}\nc,Shop,51.46,-0.97,A${cells}\n`,
    ...(reps === undefined ? {} : { 'reps.csv': reps }),
  });

/** Ann is on leave all week, and Bob is not. */
const annOnLeave = [
  'id,name,start_lat,start_lng,vehicles,shifts,leave',
  'R1,Ann,51.4551,-0.9731,car,Mo-Fr 08:30-17:30,2027-01-11/2027-01-15',
  'R2,Bob,51.4551,-0.9731,car,Mo-Fr 08:30-17:30,',
].join('\n');

describe('the reason for a visit that can never fit', () => {
  it.skipIf(isAbsent('required-rep-on-leave'))('is the leave of the rep whom the customer requires', async () => {
    const { document, printed } = await planOf(caseFolder('required-rep-on-leave'), WEEK);
    const sentence = 'Bob (R2), whom it requires, is on leave from 11 to 15 January.';
    expect(reasonsOf(document)).toEqual([{ customer: 'C1', reasons: [`never-fits: ${sentence} [leave]`] }]);
    expect(printed).toContain(`Can never fit: ${sentence}`);
  });

  it.skipIf(isAbsent('longer-than-a-shift'))('is a stay that is longer than every shift', async () => {
    const { document } = await planOf(caseFolder('longer-than-a-shift'), WEEK);
    const reason = 'never-fits: Its stay of 10:00 is longer than every shift: the longest has 9:00. [stay]';
    expect(reasonsOf(document)).toEqual([{ customer: 'C1', reasons: [reason] }]);
  });

  it('is the way where that is too long for a shift', async () => {
    const folder = await territoryOf({
      'policy.json': weekly,
      'customers.csv': 'id,name,lat,lng,tier,hours\nc,Far,55.9,-3.2,A,Mo-Su 00:00-24:00\n',
    });
    const { document } = await planOf(folder, WEEK);
    expect(reasonsOf(document)[0]?.reasons[0]).toMatch(
      /^never-fits: .*travel.*longest day.* \[shift\]$|^never-fits: The way there and back takes .* \[way\]$/,
    );
  });

  it('is the closed days of its customer', async () => {
    const folder = await oneCustomer(',hours,closed_days', ',Mo-Tu 09:00-17:00,2027-01-11/2027-01-12');
    const { document } = await planOf(folder, WEEK);
    expect(reasonsOf(document)).toEqual([{ customer: 'c', reasons: ['never-fits: It is closed from 11 to 12 January. [closed-days]'] }]);
  });

  it('is two things where no single one is enough', async () => {
    const folder = await oneCustomer(',required_rep,closed_days', ',R1,2027-01-11/2027-01-17', annOnLeave);
    const { document } = await planOf(folder, WEEK);
    expect(reasonsOf(document)[0]?.reasons[0]).toMatch(
      /^never-fits: Ann \(R1\), whom it requires, is on leave from 11 to 15 January; and it is closed .*\[leave,closed-days\]$/,
    );
  });
});

describe('the reason for a visit whose days are full', () => {
  it.skipIf(isAbsent('too-much-work'))('is the time that the rep has left, with hours', async () => {
    const { document, printed } = await planOf(caseFolder('too-much-work'), WEEK);
    const all = reasonsOf(document);
    expect(all.length).toBeGreaterThan(0);
    for (const { reasons } of all) {
      expect(reasons).toHaveLength(1);
      expect(reasons[0]).toMatch(
        /^no-time: Ann \(R1\) has no time left from 11 to 15 January: it needs 1:\d\d, at most 0:\d\d are free, on \w+ 1[1-5] January\. \[other-visits\]$/,
      );
    }
    expect(printed.slice(printed.indexOf('\nUnserved ('))).not.toContain('rule');
  });

  it('names the only days on which the visits could be', async () => {
    const shops = Array.from({ length: 24 }, (_, i) => `c${i},Shop ${i},51.46,-0.97,A,"Mo-Tu 09:00-17:00"`);
    const folder = await territoryOf({ 'policy.json': weekly, 'customers.csv': ['id,name,lat,lng,tier,hours', ...shops, ''].join('\n') });
    const { document } = await planOf(folder, WEEK);
    const all = reasonsOf(document).flatMap(({ reasons }) => reasons);
    expect(all.join('\n')).toContain('has no time left from 11 to 12 January (the only days for it): it needs');
    expect(all.join('\n')).not.toContain('15 January');
  });

  it.skipIf(isAbsent('many-left-out'))('is the same for like visits', async () => {
    const { document } = await planOf(caseFolder('many-left-out'), ['--from', '2027-01-11', '--days', '5', '--work', '500']);
    expect(document.plan.unserved.length).toBeGreaterThan(100);
    expect(new Set(reasonsOf(document).map(({ reasons }) => reasons.join())).size).toBe(1);
  });

  it('is explained on demand where the plan does not explain it yet', async () => {
    const folder = await oneCustomer(',required_rep', ',R1', annOnLeave);
    const { document } = await planOf(folder, WEEK);
    const bare = { ...document, plan: { ...document.plan, unserved: document.plan.unserved.map((visit) => ({ ...visit, reasons: [] })) } };
    const file = join(await folderOf(new Map([['plan.json', JSON.stringify(bare)]])), 'plan.json');
    const visit = document.plan.unserved[0]?.visit ?? '';
    const { code, stdout } = await beatplan(['explain', folder, file, '--visit', visit]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Can never fit: Ann (R1), whom it requires, is on leave from 11 to 15 January.'),
    });
    expect(await beatplan(['explain', folder, file, '--visit', 'nothing'])).toMatchObject({ code: 2 });
  });
});

describe('validate', () => {
  const validated = async (path: string, days = ['--from', '2027-01-11', '--days', '7']) =>
    (await beatplan(['validate', path, ...days])).stdout;

  it.skipIf(isAbsent('longer-than-a-shift'))('warns of a visit that is longer than every shift', async () => {
    expect(await validated(caseFolder('longer-than-a-shift'))).toMatch(
      /Warning: visits that can never fit.*\n {2}Long \(C1\)\n {4}Its stay of 10:00 is longer/,
    );
  });

  it.skipIf(isAbsent('open-on-saturday'))('warns of a customer who is open on days off', async () => {
    expect(await validated(caseFolder('open-on-saturday'))).toContain(
      'It can only be visited on Sat 16 January, when Ann (R1) does not work.',
    );
  });

  it.skipIf(isAbsent('open-when-rep-is-off'))('warns of a customer who is open when the required rep is off', async () => {
    const text = await validated(caseFolder('open-when-rep-is-off'));
    expect(text).toContain('It can only be visited on Mon 11 January, when Bob (R2), whom it requires, does not work.');
  });

  it.skipIf(isAbsent('promise-on-leave'))('warns of a promise that falls on leave', async () => {
    const text = await validated(caseFolder('promise-on-leave'), ['--from', '2027-01-13', '--days', '3']);
    expect(text).toContain('The visit promised for Wed 13 January 10:00 falls on the leave of Ann (R1).');
  });

  it('names like visits once, and no more than twenty kinds', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) =>
        `c${i},Shop ${i},51.46,-0.97,A,${i < 300 ? 'Sa 09:00-13:00' : `Sa 09:00-${10 + (i % 8)}:${String(i % 60).padStart(2, '0')}`}`,
    );
    const folder = await territoryOf({ 'policy.json': weekly, 'customers.csv': `id,name,lat,lng,tier,hours\n${rows.join('\n')}\n` });
    const text = await validated(folder);
    expect(text).toContain('can never fit, not even on days without any other visit (500):');
    expect(text.split('\n').length).toBeLessThan(100);
  });
});
