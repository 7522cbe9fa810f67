import type { Customer } from '../../src/domain/customer.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { PastVisit, Territory } from '../../src/domain/territory.ts';
import type { Window } from '../../src/domain/visiting-hours.ts';
import { present } from '../../src/kernel/assert.ts';
import { repId } from '../../src/kernel/ids.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { hours } from '../../src/kernel/units.ts';
import type { Draft } from './draft.ts';
import { expectationsOf } from './files/expectations.ts';
import { readmeOf } from './files/readme.ts';
import { customersCsv, historyCsv, repsCsv } from './files/tables.ts';
import { territoryJson } from './files/territory-json.ts';
import { witnessJson } from './files/witness-json.ts';
import { daysOf } from './history.ts';
import { calendar2026, holidaysJson } from './holidays-2026.ts';
import { type LaidOutBeat, layOutBeat } from './lay-out-beat.ts';
import { outlineOf } from './map/outline.ts';
import { type Plane, planeAround } from './map/plane.ts';
import { linesOf } from './people/lines.ts';
import { type Namer, namesFrom } from './people/names.ts';
import type { Shop } from './people/shops.ts';
import type { BeatSpec, BeatsSpec, GeneratedFiles } from './spec.ts';

/** The shift of every rep, Monday to Friday. */
const SHIFT: Window = { from: hours(8), until: hours(17.5) };
const SEEDS_OF_A_BEAT = 20;

/**
 * The files of a territory of beats: streets and villages, shops and reps, a month of history, and a witness,
 * which is a plan of the month that keeps every must, every frequency and every daily minimum.
 */
export function generateBeats(spec: BeatsSpec): GeneratedFiles {
  const draft = draftOf(spec);
  const { territory } = draft;
  return {
    'territory.json': territoryJson(territory, true),
    'customers.csv': customersCsv(territory.customers),
    'reps.csv': repsCsv(territory.reps),
    'history.csv': historyCsv(territory.history),
    'holidays/2026.json': holidaysJson,
    'witness.json': witnessJson(draft),
    ...Object.fromEntries(spec.horizons.map((horizon) => [horizon.file, expectationsOf(draft, horizon)])),
    'README.md': readmeOf(draft),
  };
}

function draftOf(spec: BeatsSpec): Draft {
  const plane = planeAround(spec.origin);
  const ground: Territory = {
    id: spec.id,
    name: spec.name,
    timeZone: 'Asia/Shanghai',
    calendar: calendar2026,
    boundary: null,
    customers: [],
    reps: spec.beats.map((beat) => repOf(beat, plane)),
    policy: spec.policy,
    history: [],
    requests: [],
    campaigns: [],
    commitments: [],
    companions: [],
  };
  const beats = spec.beats.map((beat, i) =>
    layOutBeat({
      spec: beat,
      rep: present(ground.reps[i], 'rep'),
      ground,
      month: spec.month,
      seed: spec.seed * 10_000 + i * SEEDS_OF_A_BEAT,
    }),
  );
  const namer = namesFrom(createRandom(spec.seed));
  const shops = beats.flatMap((beat, i) => finished(beat, present(spec.beats[i], 'beat'), namer));
  const customers = shops.map(({ customer }) => customer);
  const points = [...customers.map(({ location }) => location), ...ground.reps.map(({ start }) => start)].map(plane.place);
  const boundary = [outlineOf(points).map(plane.locate)];
  return { spec, beats, territory: { ...ground, boundary, customers, history: historyOf(spec, beats) } };
}

function repOf({ rep, repName, office, area, leave, vehicles, modes }: BeatSpec, plane: Plane): Rep {
  const at = plane.locate(office);
  return {
    id: repId(rep),
    name: repName,
    post: 'account-manager',
    role: 'rep',
    manager: null,
    start: at,
    end: at,
    shifts: { 1: SHIFT, 2: SHIFT, 3: SHIFT, 4: SHIFT, 5: SHIFT, 6: null, 7: null },
    leave,
    vehicles,
    modes,
    valueOfTime: null,
    areas: [area],
  };
}

/** The shops of a beat with their names and lines. */
function finished({ shops, beat, zones }: LaidOutBeat, { rep, setting }: BeatSpec, namer: Namer): readonly Shop[] {
  const lines = linesOf(beat, zones);
  return shops.map((shop, i) => {
    const village = shop.quarter === 0 ? null : `${rep}/${shop.quarter}`;
    const name = setting === 'town' ? namer.townShop() : namer.villageShop(village);
    const customer: Customer = { ...shop.customer, name, line: `${rep}-${lines[i] ?? 1}` };
    return { ...shop, customer };
  });
}

/** What was done before the month, and of the witness what was done by the last day of history; by day, then by customer. */
function historyOf({ historyUntil }: BeatsSpec, beats: readonly LaidOutBeat[]): readonly PastVisit[] {
  const visits = beats.flatMap(({ rep, beat, past, month }) =>
    beat.customers.flatMap(({ id }, i) => {
      const done = daysOf(month, i + 1).filter((at) => at <= historyUntil);
      return [...(past.get(i + 1) ?? []), ...done].map((at): PastVisit => ({
        customer: id,
        day: at,
        kind: 'ordinary',
        rep: rep.id,
        contact: null,
        request: null,
        followUp: null,
      }));
    }),
  );
  return visits.toSorted((a, b) => a.day - b.day);
}
