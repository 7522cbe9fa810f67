import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import type { Customer } from '../domain/customer.ts';
import { mayMeet } from '../domain/may-serve.ts';
import type { Territory } from '../domain/territory.ts';

/**
 * Parts of a territory that can be planned apart: two reps belong together when both may visit a customer. Parts
 * follow the order of their first reps. Customers whom no rep may serve stay with the first part, where their visits
 * end up unserved, with the reason.
 */
export function splitTerritory(territory: Territory): readonly Territory[] {
  const graph = new UndirectedGraph();
  for (const { id } of territory.reps) graph.mergeNode(`rep ${id}`);
  for (const customer of territory.customers) {
    for (const rep of territory.reps) if (mayMeet(territory, rep, customer)) graph.mergeEdge(`customer ${customer.id}`, `rep ${rep.id}`);
  }
  const parts = connectedComponents(graph).map((nodes) => new Set(nodes));
  const order = territory.reps.map(({ id }) => parts.find((part) => part.has(`rep ${id}`)));
  const ordered = [...new Set(order)].filter((part) => part !== undefined);
  const placed = (customer: Customer) => ordered.findIndex((part) => part.has(`customer ${customer.id}`));
  return ordered.map((part, index) => ({
    ...territory,
    reps: territory.reps.filter(({ id }) => part.has(`rep ${id}`)),
    customers: territory.customers.filter((customer) => Math.max(0, placed(customer)) === index),
  }));
}
