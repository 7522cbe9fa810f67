import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/app/evaluate-plan.ts';
import { prepareParts } from '../../../src/planning/prepare-parts.ts';
import { exampleTerritory } from '../../../src/contract/territory/example-territory.ts';
import { type GivenPlan, readEvaluationRequest } from '../../../src/contract/service/evaluation.ts';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { type PlanningRequest, readPlanRequest, usualLimits } from '../../../src/contract/service/plan-request.ts';
import { problemOf } from '../../../src/http/problem.ts';
import { formatDay } from '../../../src/domain/calendar.ts';
import { PlanningError } from '../../../src/kernel/finding.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { fixtureFiles } from '../../support/fixture-territory.ts';
import { plannedFixture } from '../../support/planned-fixture.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** What is ordered, or what is found. */
function read(request: unknown) {
  const findings = new Findings();
  const order = readPlanRequest(bytes(request), usualLimits, findings);
  expect(order === null).toBe(findings.count > 0);
  return order ?? findings.inOrder().map(({ code, at }) => `${code} ${at.file} ${at.pointer ?? ''}`);
}

const territory = exampleTerritory;

describe('readPlanRequest', () => {
  it('takes days by their number, by the last one, or a month', () => {
    const horizonOf = (asked: object) => {
      const order = read({ territory, ...asked });
      return 'horizon' in order ? [formatDay(order.horizon.first), formatDay(order.horizon.last)] : order;
    };
    expect(horizonOf({ from: '2026-12-07' })).toEqual(['2026-12-07', '2026-12-13']);
    expect(horizonOf({ from: '2026-12-07', days: 5 })).toEqual(['2026-12-07', '2026-12-11']);
    expect(horizonOf({ from: '2026-12-07', to: '2026-12-08' })).toEqual(['2026-12-07', '2026-12-08']);
    expect(horizonOf({ month: '2026-12' })).toEqual(['2026-12-01', '2026-12-31']);
    expect(horizonOf({})).toEqual(['FIELD_MISSING request /from']);
    expect(horizonOf({ month: '2026-12', days: 5 })).toEqual(['OPTIONS_CONFLICT request /days']);
    expect(horizonOf({ from: '2026-12-07', days: 2, to: '2026-12-08' })).toEqual(['OPTIONS_CONFLICT request /days']);
    expect(horizonOf({ from: '2026-12-07', to: '2026-12-06' })).toEqual(['HORIZON_REVERSED request /to']);
    expect(horizonOf({ from: '2026-12-05', days: 2 })).toEqual(['NOBODY_AT_WORK request /days']);
  });

  it('takes time or work, within what the service allows', () => {
    const budgetOf = (asked: object) => {
      const order = read({ territory, from: '2026-12-07', ...asked });
      return 'budget' in order ? order.budget : order;
    };
    expect(budgetOf({})).toEqual({ seconds: 10 });
    expect(budgetOf({ time: 'PT1M' })).toEqual({ seconds: 60 });
    expect(budgetOf({ work: 500 })).toEqual({ work: 500 });
    expect(budgetOf({ work: 500, time: 'PT1M' })).toEqual(['OPTIONS_CONFLICT request /work']);
    expect(budgetOf({ time: 'PT1H' })).toEqual(['OUT_OF_RANGE request /time']);
    expect(budgetOf({ time: 'PT0S' })).toEqual(['OUT_OF_RANGE request /time']);
    expect(budgetOf({ time: '10s' })).toEqual(['DURATION_INVALID request /time']);
  });

  it('takes the territory as a document or as files, with another policy where one is named', () => {
    const files = Object.fromEntries(fixtureFiles('hamlet-4'));
    const [document, tables] = [read({ territory, from: '2026-12-07' }), read({ files, from: '2026-12-07' })];
    expect('territory' in document && 'territory' in tables && document.territory).toEqual('territory' in tables && tables.territory);
    const other = read({ territory: { ...territory, policy: undefined }, policy: 'plan-audit', from: '2026-12-07' });
    expect('territory' in other ? other.territory.policy.id : other).toBe('plan-audit');
    expect(read({ territory, policy: { extends: 'tobaco' }, from: '2026-12-07' })).toContain('POLICY_UNKNOWN request /policy/extends');
    expect(read({ from: '2026-12-07' })).toEqual(['FIELD_MISSING request /territory']);
    expect(read({ territory, files, from: '2026-12-07' })).toEqual(['OPTIONS_CONFLICT request /files']);
    expect(read({ files: { ...files, 'notes.txt': '' }, from: '2026-12-07' })).toEqual(['FIELD_UNKNOWN request /files/notes.txt']);
    expect(read({ files: { 'territory.json': 5 }, from: '2026-12-07' })).toContain('TYPE_WRONG request /files/territory.json');
  });

  it('says where a calendar lacks a year', () => {
    const calendar = { holidays: [{ year: 2025, days: [{ name: '元旦', date: '2025-01-01', isOffDay: true }] }] };
    const found = read({ territory: { ...territory, calendar }, from: '2026-12-07' });
    expect(found).toEqual(['CALENDAR_YEAR_UNKNOWN request /territory/calendar/holidays']);
  });
});

/** Values that no field expects. */
const WILD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '../../etc/passwd',
  '9999-12-31',
  '0000-01-01',
  'P9999999D',
  'x'.repeat(5000),
  [],
  {},
  [[[]]],
  { __proto__: null, constructor: 1 },
  [{}],
  'Mo-Su 00:00-24:00',
];

type Random = ReturnType<typeof createRandom>;

/** The value with one thing in it changed, taken away or put in twice. */
function changed(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.below(6) === 0) return WILD[random.below(WILD.length)];
  if (Array.isArray(value)) {
    const at = random.below(Math.max(1, value.length));
    if (random.below(5) === 0) return [...value, ...value.slice(at, at + 1)];
    return value.length === 0 ? [WILD[random.below(WILD.length)]] : value.with(at, changed(value[at], random));
  }
  const entries = Object.entries(value);
  const [name = 'name', inner] = entries[random.below(Math.max(1, entries.length))] ?? [];
  if (random.below(8) === 0) return Object.fromEntries(entries.filter(([other]) => other !== name));
  if (random.below(8) === 0) return { ...value, [`${name}s`]: inner };
  return { ...value, [name]: changed(inner, random) };
}

/** What was accepted must be able to be planned or scored, or be refused with findings. */
async function goOn(order: PlanningRequest | GivenPlan): Promise<void> {
  const { territory: ordered, endPlaces } = order;
  const travel = { travel: estimate, endPlaces };
  try {
    if ('plan' in order) await evaluatePlan(order.plan, ordered, { ...travel, horizon: order.plan.horizon });
    else await prepareParts(ordered, { ...travel, horizon: order.horizon });
  } catch (error) {
    expect(error).toBeInstanceOf(PlanningError);
  }
}

describe('a request that is spoiled', () => {
  it('is read, or refused with places, 3,000 times', { timeout: 60_000 }, async () => {
    const random = createRandom(11);
    const { content } = await plannedFixture('hamlet-4');
    const files = Object.fromEntries(fixtureFiles('key-accounts'));
    const requests = [
      {
        territory: { ...territory, calendar: { workdays: [1, 2], exceptions: [{ day: '2026-12-08', working: true }] } },
        from: '2026-12-07',
        days: 2,
      },
      {
        files: {
          'territory.json': files['territory.json'],
          'reps.csv': files['reps.csv'],
          'customers.csv': files['customers.csv']?.slice(0, 2000),
        },
        month: '2026-12',
      },
      { territory, plan: content },
    ];
    let accepted = 0;
    for (let n = 0; n < 3000; n++) {
      const request = requests[n % requests.length] ?? {};
      const body = bytes(changed(random.below(2) === 0 ? request : changed(request, random), random));
      const findings = new Findings();
      const order =
        'plan' in request ? readEvaluationRequest(body, usualLimits.values, findings) : readPlanRequest(body, usualLimits, findings);
      expect(order === null).toBe(findings.count > 0);
      if (order !== null) {
        accepted++;
        await goOn(order);
        continue;
      }
      const { status, errors } = problemOf(findings.inOrder());
      expect([400, 422]).toContain(status);
      expect(errors.every(({ pointer, message, hint }) => /^(\/.*)?$/s.test(pointer) && message !== '' && hint !== '')).toBe(true);
    }
    expect(accepted).toBeGreaterThan(100);
  });
});
