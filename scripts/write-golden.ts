// Rewrites the golden plans and prints how each differs from the one before.
import { readFileSync, writeFileSync } from 'node:fs';
import { type GoldenPlan, goldenFile, goldenPlan, goldenRuns } from '../test/support/golden-plans.ts';

const before = JSON.parse(readFileSync(goldenFile, 'utf8')) as Readonly<Record<string, GoldenPlan>>;
const after: Record<string, GoldenPlan> = {};
for (const run of goldenRuns) {
  const plan = await goldenPlan(run);
  after[run.name] = plan;
  console.log(`${run.name.padEnd(24)} ${describe(before[run.name], plan)}`);
}
writeFileSync(goldenFile, `${JSON.stringify(after, null, 2)}\n`);

function describe(old: GoldenPlan | undefined, plan: GoldenPlan): string {
  if (old === undefined) return `new: cost ${plan.cost}`;
  if (old.hash === plan.hash) return 'same';
  const change = ((plan.cost / old.cost - 1) * 100).toFixed(2);
  return `cost ${old.cost} -> ${plan.cost} (${change} %), required unserved ${old.requiredUnserved} -> ${plan.requiredUnserved}, optional ${old.optionalUnserved} -> ${plan.optionalUnserved}`;
}
