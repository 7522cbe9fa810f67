import { formatDay } from '../../src/domain/calendar.ts';
import { assert } from '../../src/kernel/assert.ts';
import { teamOfBeats } from './beats/team-of-beats.ts';
import { type Draft, draftOf } from './draft.ts';
import { expectJson, steadyJson } from './files/expect-json.ts';
import { beatsReadme, teamReadme } from './files/readme.ts';
import { tablesOf } from './files/tables.ts';
import { territoryJson } from './files/territory-json.ts';
import { witnessJson } from './files/witness-json.ts';
import { holidaysJson } from './holidays-2026.ts';
import type { GeneratedTerritory, TeamSpec, TerritorySpec } from './spec.ts';
import { MONTH, WEEK } from './specs/december.ts';
import { loadOf } from './witness/rep-month.ts';

/**
 * Makes a territory from its spec: customers and reps on a map, requests, history, and a witness, which is a plan of the
 * month that leaves out as many visits as the spec says have no room, usually none. The same spec gives the same bytes.
 * A spec without such a witness is a bug.
 */
export function generateTerritory(given: TerritorySpec): GeneratedTerritory {
  const spec = given.by === 'beats' ? teamOfBeats(given) : given;
  const draft = draftOf(spec);
  check(draft);
  const { territory } = draft;
  const files = {
    'territory.json': territoryJson(territory, spec.policyFile === null),
    ...tablesOf(territory),
    ...(spec.policyFile === null ? {} : { 'policy.json': `${JSON.stringify(spec.policyFile, null, 2)}\n` }),
    'holidays/2026.json': holidaysJson,
    'witness.json': witnessJson(draft),
    ...Object.fromEntries(spec.horizons.map((horizon) => [horizon.file, expectJson(spec.name, horizon)])),
    ...(isPreset(spec) ? steadyFiles(spec) : {}),
    'README.md': given.by === 'beats' ? beatsReadme(draft) : teamReadme(draft),
  };
  return { id: spec.id, files };
}

/** Whether the territory is that of a preset, by which the preset is judged. */
const isPreset = ({ id, policy }: TeamSpec): boolean => id === policy.id;

const steadyFiles = ({ name, policy }: TeamSpec) => ({
  'expect-steady-week.json': steadyJson(name, policy, WEEK),
  'expect-steady-month.json': steadyJson(name, policy, MONTH),
});

function check({ spec, territory, witness }: Draft): void {
  const allowed = Math.max(...spec.horizons.map((horizon) => horizon.unserved));
  const unserved = witness.unserved.reduce((sum, { visits }) => sum + visits, 0);
  if (unserved !== allowed) {
    const visits = witness.unserved.map(({ series: { customer, kind }, visits: count }) => `${customer.id} ${kind} × ${count}`);
    const loads = witness.reps.map((rep) => `${rep.rep.id} ${Math.round(100 * loadOf(rep))} %`);
    throw new Error(
      `${spec.id}: The witness leaves out ${unserved} visits instead of ${allowed} (${visits.join(', ')}). ` +
        `Loads: ${loads.join(', ')}. Change counts, dwells, hours or the seed.`,
    );
  }
  assert(territory.history.length > 0, 'a territory has a history', { spec: spec.id, until: formatDay(spec.historyUntil) });
}
