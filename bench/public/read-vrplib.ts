import { assert } from '../../src/kernel/assert.ts';
import { type RoutingInstance, legsBetween, truncatedTenths } from './routing-instance.ts';

/** Vehicles beyond the least number that the loads need, where an instance gives no fleet: a tenth of them and some. */
const SPARE = { share: 1.1, more: 2 };

/**
 * Reads a VRPLIB file with coordinates. CVRP: distances are rounded to the nearest whole number and the fleet is free.
 * VRPTW and PCVRPTW: the DIMACS rule, all in tenths; values of PCVRPTW are published in tenths.
 */
export function readVrplib(text: string): RoutingInstance {
  const { heads, sections } = split(text);
  const type = heads.get('TYPE') ?? '';
  assert(type === 'CVRP' || type === 'VRPTW' || type === 'PCVRPTW', 'The type of the instance can be read.', { type });
  const rowsOf = (section: string) => sections.get(section) ?? [];
  const points = rowsOf('NODE_COORD_SECTION').map(([, x = 0, y = 0]) => ({ x, y }));
  const numbersOf = (section: string) => rowsOf(section).map(([, value = 0]) => value);
  const demands = numbersOf('DEMAND_SECTION');
  const capacity = Number(heads.get('CAPACITY'));
  const least = Math.ceil(demands.reduce((sum, demand) => sum + demand, 0) / capacity);
  const unit = type === 'CVRP' ? 1 : 10;
  const service = Number(heads.get('SERVICE_TIME') ?? 0) * unit;
  const prizes = numbersOf('PRIZE_SECTION');
  const windows = rowsOf('TIME_WINDOW_SECTION').map(([, from = 0, until = 0]) => ({ from: from * unit, until: until * unit }));
  return {
    name: heads.get('NAME') ?? '',
    vehicles: Number(heads.get('VEHICLES') ?? Math.ceil(least * SPARE.share) + SPARE.more),
    capacity,
    window: windows[0] ?? null,
    customers: points.slice(1).map((_, customer) => ({
      demand: demands[customer + 1] ?? 0,
      service,
      window: windows[customer + 1] ?? null,
      prize: prizes.length === 0 ? null : (prizes[customer + 1] ?? 0) * unit,
    })),
    legs: legsBetween(points, type === 'CVRP' ? Math.round : truncatedTenths),
    objective: 'distance',
    scale: type === 'VRPTW' ? 10 : 1,
  };
}

interface Vrplib {
  readonly heads: ReadonlyMap<string, string>;
  /** Rows of numbers by section. */
  readonly sections: ReadonlyMap<string, readonly (readonly number[])[]>;
}

function split(text: string): Vrplib {
  const heads = new Map<string, string>();
  const sections = new Map<string, number[][]>();
  let rows: number[][] | null = null;
  for (const line of text.split('\n').map((written) => written.trim())) {
    const head = /^(\w+)\s*:\s*"?(.*?)"?$/.exec(line);
    if (line === 'EOF' || line === '') continue;
    else if (head !== null) heads.set(head[1] ?? '', head[2] ?? '');
    else if (/^[A-Z_]+$/.test(line)) sections.set(line, (rows = []));
    else rows?.push(line.split(/\s+/).map(Number));
  }
  return { heads, sections };
}
