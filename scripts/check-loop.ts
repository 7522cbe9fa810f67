// Rolls the weeks of a month on every fixture that has room for it, a tenth of the visits missed, and prints what is not reached.
import { failuresOfRolledWeeks, monthSpecs } from '../test/support/rolled-weeks.ts';

const only = process.argv.slice(2);
let failed = 0;
for (const spec of monthSpecs) {
  if (only.length > 0 && !only.includes(spec.id)) continue;
  const failures = await failuresOfRolledWeeks(spec, { missed: 0.1, seed: 1, work: 20_000 });
  failed += failures.length;
  console.log(`${spec.id.padEnd(20)} ${failures.length === 0 ? 'all reached' : `${failures.length} not reached`}`);
  for (const { kind, message } of failures) console.log(`  ${kind}: ${message}`);
}
process.exitCode = failed === 0 ? 0 : 1;
