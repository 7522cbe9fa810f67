/**
 * Which layer of `src/` may import which, and which packages. The tables are the configuration:
 * the rules below are made from them. `docs/architecture.md` says why the layers lie as they do.
 */

const contract = ['contract/reading', 'contract/policy', 'contract/territory', 'contract/plan', 'contract/service'];

/** Each layer and the layers that it may import besides itself. The longest path that fits a file is its layer. */
export const layers = {
  kernel: [],
  domain: ['kernel'],
  terms: ['kernel'],
  policies: ['kernel', 'domain'],
  demand: ['kernel', 'domain'],
  travel: ['kernel', 'domain'],
  'travel/providers': ['kernel', 'domain', 'travel'],
  rules: ['kernel', 'domain', 'travel', 'terms', 'rules/obligation', 'rules/measure'],
  // Helpers of obligations, which both sides of a rule see, and of its audit, which nothing but audits uses.
  'rules/obligation': ['kernel', 'domain', 'travel', 'terms', 'rules'],
  'rules/measure': ['kernel', 'domain', 'rules', 'rules/obligation'],
  'engine/problem': ['kernel', 'terms'],
  'engine/slot': ['kernel', 'engine/problem'],
  'engine/search': ['kernel', 'engine/problem', 'engine/slot'],
  'engine/pool': ['kernel', 'engine/problem', 'engine/search'],
  planning: ['kernel', 'domain', 'demand', 'travel', 'rules', 'terms', 'engine/problem', 'engine/slot', 'engine/search', 'engine/pool'],
  audit: ['kernel', 'domain', 'travel', 'rules'],
  app: [
    'kernel',
    'domain',
    'policies',
    'demand',
    'travel',
    'rules',
    'terms',
    'engine/problem',
    'engine/slot',
    'engine/search',
    'engine/pool',
    'planning',
    'audit',
  ],
  // The five rooms of the contract, each using only those before it. Travel, rules and policies for their catalogues.
  'contract/reading': ['kernel', 'domain', 'travel', 'rules'],
  'contract/policy': ['kernel', 'domain', 'travel', 'rules', 'policies', 'contract/reading'],
  'contract/territory': ['kernel', 'domain', 'travel', 'rules', 'policies', 'contract/reading', 'contract/policy'],
  'contract/plan': ['kernel', 'domain', 'travel', 'rules', 'policies', 'contract/reading', 'contract/policy', 'contract/territory'],
  'contract/service': [
    'kernel',
    'domain',
    'travel',
    'rules',
    'policies',
    'contract/reading',
    'contract/policy',
    'contract/territory',
    'contract/plan',
  ],
  publish: ['kernel', 'domain'],
  client: contract,
  // Jobs, threads and their tasks: what a caller requests, carried out beside the thread that answers.
  service: ['kernel', 'domain', ...contract, 'app', 'publish'],
  http: ['kernel', 'domain', ...contract, 'app', 'publish', 'service'],
  cli: ['kernel', 'domain', ...contract, 'app', 'publish'],
};

/** Each package that `src/` may import, and the layers that may. `docs/adr/0007-dependencies.md` says why. */
export const packages = {
  '@fastify/helmet': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/swagger-ui': ['http'],
  '@turf/boolean-point-in-polygon': ['contract/territory'],
  '@turf/helpers': ['contract/territory', 'publish'],
  '@turf/rewind': ['publish'],
  commander: ['cli'],
  'csv-parse': ['contract/reading'],
  'csv-stringify': ['publish', 'cli'],
  fastify: ['http'],
  'eventsource-parser': ['client'],
  'fastify-plugin': ['http'],
  'fastify-type-provider-zod': ['http'],
  gcoord: ['contract/reading'],
  graphology: ['planning'],
  'graphology-components': ['planning'],
  'ical-generator': ['publish'],
  'javascript-lp-solver': ['demand'],
  piscina: ['engine/pool', 'service'],
  'prom-client': ['http'],
  'read-excel-file': ['cli'],
  'string-width': ['publish', 'cli'],
  'write-excel-file': ['cli', 'publish'],
  zod: [...contract, 'http', 'travel/providers'],
};

/** Files that wire the layers together; they may import everything and nobody imports them. */
const WIRING = '^src/main-[a-z-]+\\.ts$';

const names = Object.keys(layers);

/** Where the layer's files are, without the layers that lie inside it. */
function filesOf(layer) {
  const inner = names.filter((name) => name.startsWith(`${layer}/`)).map((name) => `${name.slice(layer.length + 1)}/`);
  return inner.length === 0 ? `^src/${layer}/` : `^src/${layer}/(?!${inner.join('|')})`;
}

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-keeps-its-place`,
  comment: `${layer} may import ${allowed.join(', ') || 'nothing'} besides itself.`,
  severity: 'error',
  from: { path: filesOf(layer) },
  to: { path: '^src/', pathNot: [layer, ...allowed].map(filesOf) },
}));

const packageRules = names.map((layer) => {
  const allowed = Object.keys(packages).filter((name) => packages[name].includes(layer));
  return {
    name: `${layer}-packages`,
    comment: `${layer} may import ${allowed.join(', ') || 'no packages'}.`,
    severity: 'error',
    from: { path: filesOf(layer) },
    to: { path: '(^|/)node_modules/', pathNot: allowed.map((name) => `(^|/)node_modules/${name}/`) },
  };
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nobody-imports-wiring',
      severity: 'error',
      from: {},
      to: { path: WIRING },
    },
    {
      name: 'every-file-has-a-layer',
      comment: 'Put the file into a layer of the table, or add its layer to the table.',
      severity: 'error',
      from: { path: '^src/', pathNot: [WIRING, ...names.map(filesOf)] },
      to: {},
    },
    ...layerRules,
    ...packageRules,
  ],
  options: {
    // TypeScript 7 has no JavaScript API; swc reads `import type` like any other import.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
