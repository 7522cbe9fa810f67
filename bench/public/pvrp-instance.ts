import { readFileSync } from 'node:fs';

/** A periodic VRP as Cordeau's text format has it. Days count from 0; row 0 of the customers is the depot. */
export interface PvrpInstance {
  readonly name: string;
  readonly vehicles: number;
  readonly days: number;
  /** [day] longest route with its services, 0 for none; most load. */
  readonly longest: readonly number[];
  readonly capacity: readonly number[];
  readonly depot: { readonly x: number; readonly y: number };
  readonly customers: readonly PvrpCustomer[];
}

/** Somebody who is visited on all days of one of the patterns. */
export interface PvrpCustomer {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly service: number;
  readonly demand: number;
  readonly patterns: readonly (readonly number[])[];
}

/** Reads an instance; customers without visits are left out (p11 has one). */
export function readPvrp(file: string, name: string): PvrpInstance {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length > 1);
  const [, vehicles = 0, , days = 0] = rows[0] ?? [];
  const limits = rows.slice(1, 1 + days);
  const [depot = [], ...customers] = rows.slice(1 + days);
  return {
    name,
    vehicles,
    days,
    longest: limits.map(([longest = 0]) => longest),
    capacity: limits.map(([, capacity = 0]) => capacity),
    depot: { x: depot[1] ?? 0, y: depot[2] ?? 0 },
    customers: customers
      .filter(([, , , , , frequency = 0, patternCount = 0]) => frequency > 0 && patternCount > 0)
      .map(([id = 0, x = 0, y = 0, service = 0, demand = 0, , patternCount = 0, ...rest]) => ({
        id,
        x,
        y,
        service,
        demand,
        patterns: rest.slice(0, patternCount).map((bits) => daysOfBits(bits, days)),
      })),
  };
}

/** The reference value: the first line of a `.res` file. */
export const readReference = (file: string): number => Number(readFileSync(file, 'utf8').split('\n')[0]);

/** The first day is the most significant of the bits. */
const daysOfBits = (bits: number, days: number): readonly number[] =>
  Array.from({ length: days }, (_, day) => day).filter((day) => (bits & (1 << (days - 1 - day))) !== 0);
