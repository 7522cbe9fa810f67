import { fixtureFiles } from '../../test/support/fixture-territory.ts';

/** A dozen customers of one rep for a day, a moment's search; each seed is another plan. */
export function smallRequest(seed: number) {
  const files = fixtureFiles('hamlet-4');
  const [head = ''] = (files.get('customers.csv') ?? '').split('\n');
  const columns = head.split(',');
  const rowOf = (n: number): string => {
    const cells: Readonly<Record<string, string>> = {
      id: `h${n}`,
      name: `Shop ${n}`,
      lat: (32.452 + 0.003 * n).toFixed(6),
      lng: (119.98 + 0.002 * (n % 4)).toFixed(6),
      setting: 'town',
      tier: ['A', 'B', 'C'][n % 3] ?? 'A',
      status: 'retained',
      hours: 'Mo-Su 08:00-20:00',
    };
    return columns.map((column) => cells[column] ?? '').join(',');
  };
  const customers = [head, ...Array.from({ length: 12 }, (_, i) => rowOf(i + 1))].join('\n');
  return { files: { ...Object.fromEntries(files), 'customers.csv': customers }, from: '2026-12-08', days: 1, seed, work: 500 };
}
