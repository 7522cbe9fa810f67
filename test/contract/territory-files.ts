import { readTerritory } from '../../src/contract/territory/read-territory.ts';
import { documentSource } from '../../src/contract/reading/source.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import { findingsIn } from '../support/findings.ts';

/** A whole policy: tier A, once a month, on foot. */
export const ownPolicy = {
  id: 'own',
  version: '1',
  title: 'Own rules',
  tiers: [{ id: 'A', dwell: 'PT10M', unserved: 'PT8H' }],
  frequencies: [{ id: 'monthly', count: { atLeast: 1 }, every: 'P1M' }],
  rules: [{ rule: 'customer/frequency', price: 'PT20M' }],
  modes: ['walk', 'e-bike'],
  defaultHours: { town: 'Mo-Su 08:00-20:00', country: 'Mo-Su 08:00-18:00' },
};

const base = {
  'territory.json': JSON.stringify({ id: 'hamlet', timeZone: 'Asia/Shanghai', coordinates: 'wgs84', policy: ownPolicy }),
  'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,A\n',
  'reps.csv': 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\n',
};

/** What a test changes: texts or documents by file name; null removes a file. */
export type Changes = Readonly<Record<string, unknown>>;

/** The files of a valid territory of one customer and one rep, with changes. */
export function filesWith(changes: Changes = {}): ReadonlyMap<string, string> {
  const files: Changes = { ...base, ...changes };
  return new Map(
    Object.entries(files)
      .filter(([, content]) => content !== null)
      .map(([name, content]) => [name, typeof content === 'string' ? content : JSON.stringify(content)]),
  );
}

/** `territory.json` with some fields changed; undefined removes a field. */
export const territoryJson = (changes: Changes): Changes => ({
  'territory.json': { id: 'hamlet', timeZone: 'Asia/Shanghai', coordinates: 'wgs84', policy: ownPolicy, ...changes },
});

/** `territory.json` with some fields of its policy changed. */
export const withPolicy = (changes: Changes): Changes => territoryJson({ policy: { ...ownPolicy, ...changes } });

/** Reads the valid territory with changes. */
export const read = (changes: Changes = {}, options: { readonly policy?: string } = {}): Territory =>
  readTerritory(filesWith(changes), options.policy === undefined ? {} : { policy: documentSource('--policy', options.policy) });

/** All findings of the valid territory with changes. */
export const findingsOf = (changes: Changes, options: { readonly policy?: string } = {}): readonly Finding[] =>
  findingsIn(() => read(changes, options));
