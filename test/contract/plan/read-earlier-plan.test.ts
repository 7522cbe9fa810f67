import { describe, expect, it } from 'vitest';
import { readEarlierPlan, readEarlierTables } from '../../../src/contract/plan/read-earlier-plan.ts';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { documentSource } from '../../../src/contract/reading/source.ts';
import { day, formatDay } from '../../../src/domain/calendar.ts';
import { seconds } from '../../../src/kernel/units.ts';
import { planCsv } from '../../../src/publish/table/plan-csv.ts';
import { plannedFixture } from '../../support/planned-fixture.ts';
import { modeName } from '../../../src/contract/policy/mode-name.ts';
import { reasonText, ruleSentence, ruleTitle } from '../../../src/contract/policy/rule-texts.ts';
import { aContact, aCustomer, aTerritory } from '../../support/builders.ts';

const territory = aTerritory({ customers: [aCustomer({ contacts: [aContact({ id: 'boss', name: 'Li Wei', role: 'leader' })] })] });

function table(...lines: readonly string[]) {
  const findings = new Findings();
  const plan = readEarlierTables([{ file: 'plan.csv', text: lines.join('\n') }], { territory, findings });
  return { plan, findings: findings.inOrder().map(({ code, at }) => [code, at.row, at.column]) };
}
function document(value: unknown) {
  const findings = new Findings();
  const plan = readEarlierPlan(documentSource('plan.json', value), { territory, findings });
  return { plan, findings: findings.inOrder().map(({ code, at }) => [code, at.pointer]) };
}

const words = { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeName };

describe('a plan that is read back', () => {
  it.each(['en', 'zh'] as const)('has the same visits from its table in %s as from its document', { timeout: 60_000 }, async (language) => {
    const { territory: planned, result, content } = await plannedFixture('key-accounts');
    const findings = new Findings();
    const reading = { territory: planned, findings };
    const csv = planCsv({ ...result, territory: planned, words }, language);
    const fromTable = readEarlierTables([{ file: 'plan.csv', text: csv.replace(/^\uFEFF/, '') }], reading);
    const fromDocument = readEarlierPlan(documentSource('plan.json', { plan: content, run: {} }), reading);
    expect(findings.inOrder()).toEqual([]);
    expect(fromTable?.visits).toEqual(fromDocument?.visits);
    expect(fromTable?.visits.some(({ kind }) => kind === 'call')).toBe(true);
    expect(fromTable?.visits.some(({ contact }) => contact !== null)).toBe(true);
  });
});

describe('readEarlierTables', () => {
  it('reads reports', () => {
    const { plan } = table(
      'Day,Type,Customer,Start,Kind,Contact,Outcome,Actual day,Follow-up,Firmness',
      '2026-12-07,visit,c1,09:30,return visit,Li Wei (leader),moved,2026-12-09,2026-12-20,confirmed',
      '2026-12-08,break,,12:00,,,,,,',
    );
    expect(plan).toEqual({
      horizon: { first: day('2026-12-07'), last: day('2026-12-07') },
      reps: null,
      visits: [
        {
          customer: 'c1',
          rep: null,
          contact: 'boss',
          kind: 'return',
          requests: [],
          day: day('2026-12-07'),
          at: seconds(34_200),
          outcome: 'moved',
          actualDay: day('2026-12-09'),
          followUp: day('2026-12-20'),
          firmness: 'confirmed',
        },
      ],
    });
  });

  it('reads outcomes in Chinese, and the columns of history.csv', () => {
    const outcomesOf = (...lines: readonly string[]) => table(...lines).plan?.visits.map(({ outcome, kind }) => [outcome, kind]);
    expect(outcomesOf('日期,类型,客户编号,结果', '2026-12-07,拜访,c1,已拜访', '2026-12-08,电话,c1,未拜访')).toEqual([
      ['made', 'ordinary'],
      ['missed', 'call'],
    ]);
    expect(outcomesOf('customer,day,kind,rep,contact,request,follow_up', 'c1,2026-12-07,return,r1,,q1,')).toEqual([[null, 'return']]);
  });

  it('refuses an unknown outcome, a visit that moved nowhere, and a table without visits', () => {
    expect(table('customer,day,outcome', 'c1,2026-12-07,perhaps', 'c1,2026-12-08,moved').findings).toEqual([
      ['CHOICE_UNKNOWN', 2, 'outcome'],
      ['FIELD_MISSING', 3, 'actual_day'],
    ]);
    expect(table('customer,day,type', ',2026-12-07,break').findings).toEqual([['EARLIER_PLAN_EMPTY', undefined, undefined]]);
  });

  it('leaves out customers who have left the territory', () => {
    expect(table('customer,day', 'gone,2026-12-07', 'c1,2026-12-08').plan?.visits.map(({ customer }) => customer)).toEqual(['c1']);
  });
});

describe('readEarlierPlan', () => {
  const stop = { type: 'visit', customer: 'c1', kind: 'ordinary', start: '2026-12-07T10:00:00+08:00' };
  const plan = (...stops: readonly object[]) => ({
    horizon: { from: '2026-12-07', to: '2026-12-11' },
    days: [{ rep: 'r1', day: '2026-12-07', stops }],
  });

  it('reads a plan or its document, with reports on stops', () => {
    const given = plan({ ...stop, outcome: 'made', followUp: '2026-12-20' }, { type: 'break', break: 'lunch' });
    expect(document({ plan: given, run: {} })).toEqual(document(given));
    expect(document(given).plan?.visits.map(({ at, outcome, followUp }) => [at, outcome, followUp && formatDay(followUp)])).toEqual([
      [36_000, 'made', '2026-12-20'],
    ]);
  });

  it('names the field that is wrong', () => {
    expect(document({ plan: plan({ ...stop, outcome: 'moved' }) }).findings).toEqual([['FIELD_MISSING', '/plan/days/0/stops/0/actualDay']]);
    expect(document({ days: [] }).findings).toEqual([['FIELD_MISSING', '/horizon']]);
  });
});
