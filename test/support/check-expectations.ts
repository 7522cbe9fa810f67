import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { agendaKinds } from './expectations/agenda-kinds.ts';
import { cycleKinds } from './expectations/cycle-kinds.ts';
import { dayKinds } from './expectations/day-kinds.ts';
import {
  type ExpectDocument,
  type PlanDocument,
  commitmentRow,
  companionRow,
  contactRow,
  customerRow,
  expectDocument,
  historyRow,
  planDocument,
  repRow,
  requestRow,
} from './expectations/documents.ts';
import type { Kind } from './expectations/kind.ts';
import { legKinds } from './expectations/leg-kinds.ts';
import { lengthKinds } from './expectations/length-kinds.ts';
import { levelKinds } from './expectations/level-kinds.ts';
import { monthKinds } from './expectations/month-kinds.ts';
import { type FixtureTables, type Scene, layScene } from './expectations/scene.ts';
import { visitKinds } from './expectations/visit-kinds.ts';

/** All that an `expect.json` may promise. The set is closed: an unknown kind is an error. */
export const kinds: readonly Kind[] = [
  ...dayKinds,
  ...lengthKinds,
  ...levelKinds,
  ...visitKinds,
  ...legKinds,
  ...monthKinds,
  ...cycleKinds,
  ...agendaKinds,
];

/** A promise that a plan breaks. */
export interface Failure {
  /** The expectation's kind; `document` where the plan does not fit its fixture at all. */
  readonly kind: string;
  readonly message: string;
}

/** A fixture as it lies on disk, rows as text. */
export interface Fixture {
  readonly expect: unknown;
  readonly customers: unknown;
  readonly reps: unknown;
  readonly history: unknown;
  /** Empty where there is no such file. */
  readonly contacts?: unknown;
  readonly companions?: unknown;
  readonly commitments?: unknown;
  readonly requests?: unknown;
}

/** Reads a fixture's folder: `customers.csv`, `reps.csv`, `history.csv`, and what it promises for one of its horizons. */
export function readFixture(folder: string, expectFile = 'expect.json'): Fixture {
  const table = (name: string): unknown =>
    parse(readFileSync(join(folder, name)), { columns: true, bom: true, skip_empty_lines: true, trim: true });
  const tableIfAny = (name: string): unknown => (existsSync(join(folder, name)) ? table(name) : []);
  const expect: unknown = JSON.parse(readFileSync(join(folder, expectFile), 'utf8'));
  const [customers, reps, history] = [table('customers.csv'), table('reps.csv'), table('history.csv')];
  const agenda = { requests: tableIfAny('requests.csv'), commitments: tableIfAny('commitments.csv') };
  return { expect, customers, reps, history, contacts: tableIfAny('contacts.csv'), companions: tableIfAny('companions.csv'), ...agenda };
}

/**
 * Holds a finished plan, the parsed `plan.json`, against what its fixture promises; an empty list for a
 * plan that keeps it all. It reads the plan and the raw tables only, and shares no code with the rules.
 */
export function checkExpectations(plan: unknown, fixture: Fixture): readonly Failure[] {
  const document = planDocument.parse(plan);
  const expect = expectDocument.parse(fixture.expect);
  const tables: FixtureTables = {
    customers: z.array(customerRow).parse(fixture.customers),
    reps: z.array(repRow).parse(fixture.reps),
    history: z.array(historyRow).parse(fixture.history),
    contacts: z.array(contactRow).parse(fixture.contacts ?? []),
    companions: z.array(companionRow).parse(fixture.companions ?? []),
    commitments: z.array(commitmentRow).parse(fixture.commitments ?? []),
    requests: z.array(requestRow).parse(fixture.requests ?? []),
  };
  const scene = layScene(document, expect, tables);
  const strange = [...strangers(document, scene), ...missingDays(document, scene)].map((message) => ({ kind: 'document', message }));
  return [...strange, ...expect.expectations.flatMap((asked) => failuresOf(asked, scene))];
}

function failuresOf(asked: ExpectDocument['expectations'][number], scene: Scene): readonly Failure[] {
  const known = kinds.find(({ kind }) => kind === asked.kind);
  if (known === undefined) throw new Error(`expect.json asks for "${asked.kind}"; there are ${kinds.map(({ kind }) => kind).join(', ')}.`);
  return known.failures(asked, scene).map((message) => ({ kind: asked.kind, message }));
}

/** Names that the fixture does not know, and days that it did not ask for. */
function* strangers({ plan }: PlanDocument, { customers, reps, horizon }: Scene) {
  const [first, last] = [horizon[0] ?? '', horizon.at(-1) ?? ''];
  if (plan.horizon.from !== first || plan.horizon.to !== last)
    yield `The plan is for ${plan.horizon.from} to ${plan.horizon.to}, not ${first} to ${last}.`;
  const known = new Set(customers.map(({ id }) => id));
  for (const { rep, day, stops } of plan.days) {
    if (!reps.some(({ id }) => id === rep)) yield `The plan has a rep ${rep} on ${day} whom the fixture does not know.`;
    for (const stop of stops)
      if (stop.type === 'visit' && !known.has(stop.customer)) yield `The fixture does not know the customer ${stop.customer}.`;
  }
}

/** Rep-days that stand in the plan not once, though the rep works, or at all, though not. */
function* missingDays({ plan }: PlanDocument, { reps, horizon, calendar }: Scene) {
  for (const { id } of reps) {
    for (const day of horizon) {
      const times = plan.days.filter((planned) => planned.rep === id && planned.day === day).length;
      const due = calendar.shiftOn(id, day) === null ? 0 : 1;
      if (times !== due) yield `${id} on ${day} stands in the plan ${times} times instead of ${due}.`;
    }
  }
}
