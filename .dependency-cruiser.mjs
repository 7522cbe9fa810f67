/**
 * Which layer of `src/` may import which, and which packages. The tables are the configuration:
 * the rules below are made from them. `docs/architecture.md` says why the layers lie as they do.
 */

/** Each layer and the layers that it may import besides itself. The longest path that fits a file is its layer. */
export const layers = {
  kernel: [],
  domain: ['kernel'],
  policies: ['kernel', 'domain'],
  demand: ['kernel', 'domain'],
  travel: ['kernel', 'domain'],
  'travel/providers': ['kernel', 'domain', 'travel'],
  'engine/problem': ['kernel'],
  rules: ['kernel', 'domain', 'travel', 'engine/problem'],
  audit: ['kernel', 'domain', 'travel', 'rules'],
  generate: ['kernel', 'domain', 'policies'],
  'engine/compile': ['kernel', 'domain', 'demand', 'travel', 'rules', 'engine/problem'],
  // Decode reads what compile made: scene, legs, terms.
  'engine/decode': ['kernel', 'domain', 'demand', 'travel', 'rules', 'engine/problem', 'engine/compile'],
  'engine/search': ['kernel', 'engine/problem'],
  'engine/bound': ['kernel', 'engine/problem'],
  'engine/pool': ['kernel', 'engine/problem', 'engine/search'],
  app: [
    'kernel',
    'domain',
    'policies',
    'demand',
    'travel',
    'rules',
    'audit',
    'generate',
    'engine/problem',
    'engine/compile',
    'engine/decode',
    'engine/search',
    'engine/bound',
    'engine/pool',
  ],
  // Travel for its catalogue of modes, as rules and policies for theirs.
  contract: ['kernel', 'domain', 'travel', 'rules', 'policies'],
  publish: ['kernel', 'domain'],
  client: ['contract'],
  store: ['kernel', 'domain', 'app'],
  // Jobs, threads and what they do: what a caller asks for, carried out beside the thread that answers.
  service: ['kernel', 'domain', 'contract', 'app', 'publish'],
  http: ['kernel', 'domain', 'contract', 'app', 'publish', 'service'],
  cli: ['kernel', 'domain', 'contract', 'app', 'publish'],
  web: ['kernel', 'contract'],
};

/** Each package that `src/` may import, and the layers that may. `docs/adr/0007-dependencies.md` says why. */
export const packages = {
  '@fastify/helmet': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/swagger-ui': ['http'],
  '@turf/boolean-point-in-polygon': ['contract'],
  '@turf/helpers': ['contract', 'publish'],
  '@turf/rewind': ['publish'],
  commander: ['cli'],
  'csv-parse': ['contract'],
  'csv-stringify': ['publish', 'cli'],
  fastify: ['http'],
  'eventsource-parser': ['client'],
  'fastify-plugin': ['http'],
  'fastify-type-provider-zod': ['http'],
  gcoord: ['contract'],
  graphology: ['app'],
  'graphology-components': ['app'],
  'ical-generator': ['publish'],
  'javascript-lp-solver': ['demand'],
  piscina: ['engine/pool', 'service'],
  'prom-client': ['http'],
  'read-excel-file': ['cli'],
  'string-width': ['publish', 'cli'],
  'write-excel-file': ['cli', 'publish'],
  zod: ['contract', 'http', 'travel/providers'],
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
