import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../../src/audit/audit-plan.ts';
import type { Break, Duty } from '../../../src/domain/policy.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { present } from '../../../src/kernel/assert.ts';
import { formatClock, minutes } from '../../../src/kernel/units.ts';
import { compileProblem } from '../../../src/planning/compile/compile-problem.ts';
import { decodePlan } from '../../../src/planning/decode/decode-plan.ts';
import { prepareParts } from '../../../src/planning/prepare-parts.ts';
import { general } from '../../../src/policies/general.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { tablesWithoutTravel } from '../../../src/travel/travel-tables.ts';
import { aBreak, aCustomer, aDuty, aRep, aRequest, aTerritory, at, between, office, onlyMonday } from '../../support/builders.ts';

const pause = (id: string, earliest: string, latest: string, length: number) =>
  aBreak({ id, title: { en: id, zh: id }, earliest: at(earliest), latest: at(latest), length: minutes(length) });

/** The stops of a Monday with an appointment from 11:00 to 12:20, to and from which the way takes no time. */
async function mondayWith(breaks: readonly Break[], duties: readonly Duty[]): Promise<readonly string[]> {
  const territory = aTerritory({
    customers: [aCustomer({ id: 'c1', tier: 'A', location: office, dwell: minutes(80) })],
    reps: [aRep({ id: 'r1', shift: between('10:00', '13:00'), vehicles: ['car'] })],
    policy: { ...general, frequencies: [], duties, breaks },
    requests: [
      aRequest({
        id: 'q1',
        customer: 'c1',
        due: onlyMonday,
        appointment: { day: onlyMonday.first, at: at('11:00'), early: minutes(0), mostWait: minutes(30) },
      }),
    ],
  });
  const [part] = await prepareParts(territory, { horizon: onlyMonday, travel: estimate, endPlaces: new Map() });
  const { compiled: withTravel, travel: byRoad } = present(part, 'A part');
  const travel = tablesWithoutTravel(byRoad);
  const compiled = compileProblem(withTravel.scene, travel);
  const { solution } = solve(compiled.problem, { seed: 1, pace: steadyPace(50), shouldStop: () => false, onProgress: () => {} });
  const plan = decodePlan(compiled, solution, travel);
  const { horizon, series, calls } = compiled.scene;
  expect(auditPlan({ territory, horizon, series, calls, plan, travel }).violations).toEqual([]);
  return plan.days.flatMap(({ stops }) =>
    stops.map((stop) => `${stop.type === 'break' ? stop.break : stop.type} ${formatClock(stop.start)}–${formatClock(stop.end)}`),
  );
}

describe('breaks that an agreed time pushes past the return', () => {
  it('start right after it', async () => {
    expect(await mondayWith([pause('lunch', '11:30', '12:00', 40)], [])).toEqual(['visit 10:55–12:20', 'lunch 12:20–13:00']);
  });

  it('are never laid over a duty that closes the day', async () => {
    const report = (from: string) => aDuty({ id: 'report', title: { en: 'report', zh: '报告' }, from: at(from), until: at('13:00') });
    expect(await mondayWith([pause('rest', '11:10', '11:20', 10)], [report('12:30')])).toEqual([
      'visit 10:55–12:20',
      'rest 12:20–12:30',
      'duty 12:30–13:00',
    ]);
    expect(await mondayWith([pause('rest', '11:10', '11:20', 10)], [report('12:20')])).not.toContain('visit 10:55–12:20');
  });

  it('make others wait for their end', async () => {
    expect(await mondayWith([pause('lunch', '11:30', '11:40', 20), pause('tea', '12:00', '12:45', 10)], [])).toEqual([
      'visit 10:55–12:20',
      'lunch 12:20–12:40',
      'tea 12:40–12:50',
    ]);
  });
});
