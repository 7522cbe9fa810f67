import { type RoutingInstance, legsBetween, truncatedTenths } from './routing-instance.ts';

/**
 * Reads the text format of Solomon, and of Gehring and Homberger: id, x, y, demand, ready, due, service. By the DIMACS
 * rule all is in tenths, distances are truncated to them, and distance alone is minimised.
 */
export function readSolomon(text: string): RoutingInstance {
  const lines = text.split('\n').map((line) => line.trim());
  const rows = lines.map((line) => line.split(/\s+/).map(Number)).filter((row) => row.length > 1 && !row.some(Number.isNaN));
  const [[vehicles = 0, capacity = 0] = [], depot = [], ...customers] = rows;
  const [, , , , ready = 0, due = 0] = depot;
  return {
    name: lines[0] ?? '',
    vehicles,
    capacity,
    window: { from: ready * 10, until: due * 10 },
    customers: customers.map(([, , , demand = 0, from = 0, until = 0, service = 0]) => ({
      demand,
      service: service * 10,
      window: { from: from * 10, until: until * 10 },
      prize: null,
    })),
    legs: legsBetween(
      [depot, ...customers].map(([, x = 0, y = 0]) => ({ x, y })),
      truncatedTenths,
    ),
    objective: 'distance',
    scale: 10,
  };
}
