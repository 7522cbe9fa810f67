import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareParts } from '../../src/planning/prepare-parts.ts';
import { present } from '../../src/kernel/assert.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { pvrpProblem } from '../public/pvrp-adapter.ts';
import { readPvrp } from '../public/pvrp-instance.ts';
import { type TerritoryCase, territoryCases, territoryOf } from '../territories/territory-cases.ts';
import type { MicroCase, MicroSubject } from './micro-case.ts';
import { pipelineCases } from './pipeline-cases.ts';
import { randomPvrp } from './random-pvrp.ts';
import { searchCases } from './search-cases.ts';
import { settle } from './settled-problem.ts';

/** An instance of middle size whose routes are limited by time as well; not in the repository. */
const PUBLIC_INSTANCE = join(import.meta.dirname, '../../../shared/benchmarks/pvrp/new/pr08.txt');

/** Everything that is measured, smallest first. Of territories, the first part that is planned by itself. */
export const microSubjects: readonly MicroSubject[] = [
  { name: 'random-100', make: () => searchCases(settle(pvrpProblem(randomPvrp({ seed: 1, customers: 100 })))) },
  {
    name: 'pvrp-pr08',
    make: () => (existsSync(PUBLIC_INSTANCE) ? searchCases(settle(pvrpProblem(readPvrp(PUBLIC_INSTANCE, 'pr08')))) : null),
  },
  ...territoryCases
    .filter(({ name }) => name.startsWith('tobacco'))
    .map((one): MicroSubject => ({ name: one.name, make: () => territoryMicroCases(one) })),
];

async function territoryMicroCases(one: TerritoryCase): Promise<readonly MicroCase[]> {
  const whole = await territoryOf(one);
  const parts = await prepareParts(whole, { horizon: one.horizon, travel: estimate, endPlaces: new Map() });
  const part = present(parts[0], 'A part of a territory');
  const settled = settle(part.compiled.problem);
  return [...searchCases(settled), ...pipelineCases({ ...part, files: await one.files(), solution: settled.solution })];
}
