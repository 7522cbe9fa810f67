import { cliErrors } from '../../src/cli/errors.ts';
import { policyErrors } from '../../src/contract/policy/errors.ts';
import { fileErrors } from '../../src/contract/reading/file-errors.ts';
import { valueErrors } from '../../src/contract/reading/value-errors.ts';
import { requestErrors } from '../../src/contract/service/errors.ts';
import { territoryErrors } from '../../src/contract/territory/errors.ts';
import { httpErrors } from '../../src/http/errors.ts';
import type { CatalogueEntry } from '../../src/kernel/finding.ts';
import { travelErrors } from '../../src/travel/providers/errors.ts';
import { planningErrors } from '../../src/planning/errors.ts';
import { serviceErrors } from '../../src/service/errors.ts';

/** The errors that one part of the code raises. */
export interface ErrorCatalogue {
  readonly title: string;
  /** Where the catalogue stands. */
  readonly path: string;
  /** Whether only the service raises these errors, never a command. */
  readonly overHttp: boolean;
  /** The errors by their names in the code. */
  readonly errors: Readonly<Record<string, CatalogueEntry>>;
}

/** Every error catalogue, in the order of docs/errors.md. */
export const errorCatalogues: readonly ErrorCatalogue[] = [
  { title: 'Files and tables', path: 'src/contract/reading/file-errors.ts', overHttp: false, errors: fileErrors },
  { title: 'Fields and values', path: 'src/contract/reading/value-errors.ts', overHttp: false, errors: valueErrors },
  { title: 'Policies', path: 'src/contract/policy/errors.ts', overHttp: false, errors: policyErrors },
  { title: 'Territories and days to plan', path: 'src/contract/territory/errors.ts', overHttp: false, errors: territoryErrors },
  { title: 'Planning', path: 'src/planning/errors.ts', overHttp: false, errors: planningErrors },
  { title: 'Travel services', path: 'src/travel/providers/errors.ts', overHttp: false, errors: travelErrors },
  { title: 'Command line', path: 'src/cli/errors.ts', overHttp: false, errors: cliErrors },
  { title: 'Bodies of requests', path: 'src/contract/service/errors.ts', overHttp: true, errors: requestErrors },
  { title: 'Requests', path: 'src/http/errors.ts', overHttp: true, errors: httpErrors },
  { title: 'Plans of the service', path: 'src/service/errors.ts', overHttp: true, errors: serviceErrors },
];
