import type { Territory } from '../../src/domain/territory.ts';
import { calendar2026 } from './holidays-2026.ts';
import { outlineOf } from './map/outline.ts';
import { planeAround } from './map/plane.ts';
import { customersOf, repsOf } from './people/customers.ts';
import type { TeamSpec } from './spec.ts';
import { historyBefore } from './witness/past.ts';
import { type Witness, planMonth, visitsOf } from './witness/plan-month.ts';

/** A territory with its witness, before it is written to files. */
export interface Draft {
  readonly spec: TeamSpec;
  readonly territory: Territory;
  readonly witness: Witness;
}

/** Plans the witness of a spec. The history goes up to the day that the spec names, from the witness where none is given. */
export function draftOf(spec: TeamSpec): Draft {
  const ground = groundOf(spec);
  const past = spec.history ?? historyBefore(spec, ground);
  const witness = planMonth({ ...ground, history: past }, spec.month, spec.orderLead);
  const made = spec.history === null ? visitsOf(witness) : [];
  const history = [...past, ...made].filter(({ day }) => day <= spec.historyUntil);
  return { spec, witness, territory: { ...ground, history } };
}

/** The territory of a spec, without history. */
export function groundOf(spec: TeamSpec): Territory {
  const plane = planeAround(spec.origin);
  const [reps, customers] = [repsOf(spec, plane), customersOf(spec, plane)];
  const points = [...customers.map(({ location }) => location), ...reps.map(({ start }) => start)].map(plane.place);
  const { id, name, policy, requests, campaigns, commitments, companions } = spec;
  return {
    id,
    name,
    timeZone: 'Asia/Shanghai',
    calendar: calendar2026,
    startedOn: null,
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
