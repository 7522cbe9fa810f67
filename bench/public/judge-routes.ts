import type { RoutingInstance } from './routing-instance.ts';

/** Cost of routes in the instance's whole units, and all that is wrong with them. */
export interface RoutesVerdict {
  readonly cost: number;
  /** Customers left out who must be served. */
  readonly unserved: number;
  readonly wrong: readonly string[];
}

/** Judges routes by the instance alone, whoever found them. A route is its customers in order, counted from 0. */
export function judgeRoutes(instance: RoutingInstance, routes: readonly (readonly number[])[]): RoutesVerdict {
  const { customers, vehicles, objective } = instance;
  const wrong: string[] = [];
  const used = routes.filter((route) => route.length > 0);
  if (used.length > vehicles) wrong.push(`${used.length} routes for ${vehicles} vehicles`);
  const times = new Map<number, number>();
  for (const customer of used.flat()) {
    if (customers[customer] === undefined) wrong.push(`no customer ${customer}`);
    times.set(customer, (times.get(customer) ?? 0) + 1);
  }
  for (const [customer, count] of times) if (count > 1) wrong.push(`customer ${customer} on ${count} routes`);
  let cost = 0;
  for (const [index, route] of used.entries()) {
    const { distance, duration, faults } = followRoute(instance, route);
    cost += objective === 'distance' ? distance : duration;
    wrong.push(...faults.map((fault) => `route ${index}: ${fault}`));
  }
  const left = customers.filter((_, customer) => !times.has(customer));
  return {
    cost: left.reduce((sum, { prize }) => sum + (prize ?? 0), cost),
    unserved: left.filter(({ prize }) => prize === null).length,
    wrong,
  };
}

interface Followed {
  readonly distance: number;
  /** From the earliest departure to the return, less services. */
  readonly duration: number;
  readonly faults: readonly string[];
}

function followRoute({ customers, capacity, window, legs }: RoutingInstance, route: readonly number[]): Followed {
  const size = customers.length + 1;
  const faults: string[] = [];
  const began = window?.from ?? 0;
  let [time, distance, load, service, place] = [began, 0, 0, 0, 0];
  const drive = (to: number) => {
    const leg = legs[place * size + to] ?? 0;
    distance += leg;
    time += leg;
    place = to;
  };
  for (const index of route) {
    const customer = customers[index];
    if (customer === undefined) continue;
    drive(index + 1);
    time = Math.max(time, customer.window?.from ?? time);
    if (customer.window !== null && time > customer.window.until) faults.push(`customer ${index} at ${time}`);
    time += customer.service;
    load += customer.demand;
    service += customer.service;
  }
  drive(0);
  if (window !== null && time > window.until) faults.push(`back at ${time}`);
  if (capacity !== null && load > capacity) faults.push(`load ${load}`);
  return { distance, duration: time - began - service, faults };
}
