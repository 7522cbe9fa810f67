import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureFiles } from '../../test/support/fixture-territory.ts';
import { smallRequest } from './small-request.ts';

/** Bodies that have hurt a service, from outside the repository. */
const CASES = join(import.meta.dirname, '../../../shared/cases/http');

/** How large the heavy bodies are; a short test takes a small part of them. */
export interface Sizes {
  readonly objects: number;
  readonly rows: number;
  readonly cell: number;
  /** The fixture of the large plans. */
  readonly large: string;
}

/** The sizes that once brought the service down. */
export const usualSizes: Sizes = { objects: 10_000_000, rows: 200_000, cell: 60_000, large: 'ladder-10x1m' };

/** Bodies for `POST /v1/plans` by kind, each made when it is first sent. */
export class Bodies {
  readonly #sizes: Sizes;
  readonly #made = new Map<string, Buffer>();
  /** Bodies of the folder of cases by name; none where it is absent. */
  readonly cases: readonly string[] = existsSync(CASES) ? readdirSync(CASES).filter((name) => name.endsWith('.json')) : [];

  constructor(sizes: Sizes) {
    this.#sizes = sizes;
  }

  emptyObjects(where: 'root' | 'customers' | 'files'): Buffer {
    return this.#once(`objects ${where}`, () => {
      const objects = `[${'{},'.repeat(this.#sizes.objects - 1)}{}]`;
      if (where === 'root') return objects;
      return where === 'files' ? `{"files":${objects}}` : `{"territory":{"customers":${objects}},"from":"2026-12-08"}`;
    });
  }

  badRows(): Buffer {
    return this.#once('bad rows', () =>
      JSON.stringify(withFile('customers.csv', (text) => text + 'x,,abc,999,moon,Q,gone,,-5,25:99-3,,,,,,\n'.repeat(this.#sizes.rows))),
    );
  }

  /** A request with a cell in the column `hours` of one customer. */
  hours(kind: 'spaces' | 'ranges' | 'commas'): Buffer {
    return this.#once(`hours ${kind}`, () => {
      const { cell } = this.#sizes;
      const ranges = Array.from({ length: cell / 3 }, (_, n) => `Mo-Su 0${n % 10}:00-${10 + (n % 10)}:00`).join(
        kind === 'ranges' ? '; ' : ',',
      );
      const text = kind === 'spaces' ? `Mo${' '.repeat(cell)}x` : ranges;
      return JSON.stringify(withFile('customers.csv', (table) => table.replace('Mo-Su 08:00-20:00', `"${text}"`)));
    });
  }

  closures(): Buffer {
    return this.#once('closures', () => {
      const closures = Array.from({ length: this.#sizes.cell / 3 }, () => ({ from: '2026-01-01', to: '2026-12-31' }));
      const customers = [{ id: 'a', name: 'A', location: { lat: 32.4, lng: 119.9 }, tier: 'A', closures }];
      return JSON.stringify({
        territory: { id: 't', name: 'T', timeZone: 'Asia/Shanghai', customers, calendar: { closures } },
        from: '2026-12-08',
      });
    });
  }

  nested(): Buffer {
    return this.#once('nested', () => `{"territory":${'[{"a":'.repeat(this.#sizes.cell)}1${'}]'.repeat(this.#sizes.cell)}}`);
  }

  /** One body of the folder of cases. */
  ofCase(name: string): Buffer {
    return this.#once(`case ${name}`, () => readFileSync(join(CASES, name), 'utf8'));
  }

  /** A territory that takes seconds to plan and to write. */
  large(): Buffer {
    return this.#once('large', () => {
      const files = Object.fromEntries(fixtureFiles(this.#sizes.large));
      return JSON.stringify({ files, month: '2026-12', time: 'PT2S' });
    });
  }

  /** The same with a long search. */
  long(seconds: number): Buffer {
    return this.#once(`long ${seconds}`, () => JSON.stringify({ ...JSON.parse(this.large().toString()), time: `PT${seconds}S` }));
  }

  #once(name: string, make: () => string): Buffer {
    const made = this.#made.get(name) ?? Buffer.from(make());
    this.#made.set(name, made);
    return made;
  }
}

/** The small request with another text of one of its files. */
export function withFile(name: string, change: (text: string) => string) {
  const request = smallRequest(1);
  const files: Readonly<Record<string, string>> = request.files;
  return { ...request, files: { ...files, [name]: change(files[name] ?? '') } };
}
