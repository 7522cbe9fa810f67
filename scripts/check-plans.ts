// Plans the territory of each preset for a week and a month, and holds the plans against what a manager expects:
//   npm run check:plans -- [--work 20000] [--seeds 1,2,3] [--only tobacco,general] [--span week|month]
import { parseArgs } from 'node:util';
import { keptReps, steadyFailures, steadyRuns } from '../test/support/steady-plans.ts';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '1,2,3' },
    only: { type: 'string' },
    span: { type: 'string' },
  },
});
const only = values.only?.split(',');
const runs = steadyRuns.filter(
  ({ fixture, span }) => (only?.includes(fixture) ?? true) && (values.span === undefined || values.span === span),
);
/** The least part of the customers seen in two weeks in a row who keep their rep. */
const KEPT = 0.8;

let failed = 0;
for (const run of runs) {
  for (const seed of values.seeds.split(',').map(Number)) {
    const failures = await steadyFailures(run, { seed, work: Number(values.work) });
    failed += failures.length;
    console.log(
      `${run.fixture.padEnd(18)} ${run.span.padEnd(6)} seed ${seed}  ${failures.length === 0 ? 'as expected' : `${failures.length} failures`}`,
    );
    for (const { kind, message } of failures) console.log(`    ${kind}: ${message}`);
  }
}
for (const fixture of new Set(values.span === 'month' ? [] : runs.map((run) => run.fixture))) {
  for (const seed of values.seeds.split(',').map(Number)) {
    const { customers, kept } = await keptReps(fixture, { seed, work: Number(values.work) });
    const isKept = kept >= customers * KEPT;
    if (!isKept) failed += 1;
    console.log(`${fixture.padEnd(18)} rolled seed ${seed}  ${kept} of ${customers} customers keep their rep${isKept ? '' : ': too few'}`);
  }
}
console.log(`${runs.length} runs by ${values.seeds.split(',').length} seeds with work ${values.work}: ${failed} failures.`);
process.exitCode = failed > 0 ? 1 : 0;
