import { formatDay } from '../../src/domain/calendar.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { assert } from '../../src/kernel/assert.ts';
import { agendaTables } from './files/agenda-tables.ts';
import { customersCsv, historyCsv, repsCsv } from './files/tables.ts';
import { type TeamDraft, teamExpectations, teamReadme, teamWitnessJson } from './files/team-texts.ts';
import { territoryJson } from './files/territory-json.ts';
import { calendar2026, holidaysJson } from './holidays-2026.ts';
import { outlineOf } from './map/outline.ts';
import { planeAround } from './map/plane.ts';
import type { GeneratedFiles, TeamSpec } from './spec.ts';
import { historyBefore, visitsOf } from './team/past.ts';
import { customersOf, repsOf } from './team/people.ts';
import { planTeam } from './team/plan-team.ts';
import { loadOf } from './team/rep-month.ts';

/**
 * The files of a territory of a team: its people where their streets are, what is on the agenda, history, and a
 * witness that leaves out as many visits as the spec says have no room, which as a rule is none.
 */
export function generateTeam(spec: TeamSpec): GeneratedFiles {
  const draft = draftOf(spec);
  const { territory } = draft;
  return {
    'territory.json': territoryJson(territory, spec.policyFile === null),
    'customers.csv': customersCsv(territory.customers),
    'reps.csv': repsCsv(territory.reps),
    'history.csv': historyCsv(territory.history),
    ...agendaTables(territory),
    ...(spec.policyFile === null ? {} : { 'policy.json': `${JSON.stringify(spec.policyFile, null, 2)}\n` }),
    'holidays/2026.json': holidaysJson,
    'witness.json': teamWitnessJson(draft),
    ...Object.fromEntries(spec.horizons.map((horizon) => [horizon.file, teamExpectations(draft, horizon)])),
    'README.md': teamReadme(draft),
  };
}

function draftOf(spec: TeamSpec): TeamDraft {
  const ground = groundOf(spec);
  const past = historyBefore(spec, ground, spec.month);
  const witness = planTeam(spec, { ...ground, history: past }, spec.month);
  const left = witness.left.reduce((sum, { visits }) => sum + visits, 0);
  assert(left === Math.max(...spec.horizons.map(({ unserved }) => unserved)), 'the witness leaves out other visits than it should', {
    spec: spec.id,
    left: witness.left.map(({ errand: { customer, kind, request }, visits }) => `${customer.id} ${kind} ${request ?? ''} × ${visits}`),
    loads: witness.reps.map((rep) => `${rep.rep.id} ${loadOf(rep).toFixed(2)}`),
  });
  const done = visitsOf(witness).filter(({ day }) => day <= spec.historyUntil);
  const history = [...past, ...done].filter(({ day }) => day <= spec.historyUntil);
  assert(history.length > 0, 'a territory has a history', { spec: spec.id, until: formatDay(spec.historyUntil) });
  return { spec, witness, territory: { ...ground, history } };
}

function groundOf(spec: TeamSpec): Territory {
  const plane = planeAround(spec.origin);
  const [reps, customers] = [repsOf(spec, plane), customersOf(spec, plane)];
  const points = [...customers.map(({ location }) => location), ...reps.map(({ start }) => start)].map(plane.place);
  const { id, name, policy, requests, campaigns, commitments, companions } = spec;
  return {
    id,
    name,
    timeZone: 'Asia/Shanghai',
    calendar: calendar2026,
    boundary: [outlineOf(points).map(plane.locate)],
    customers,
    reps,
    policy,
    history: [],
    requests,
    campaigns,
    commitments,
    companions,
  };
}
