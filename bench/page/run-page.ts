import { Command } from 'commander';
import { planTerritory } from '../../src/app/plan-territory.ts';
import { day } from '../../src/domain/calendar.ts';
import { planPage } from '../../src/publish/page/plan-page.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { aBrowser, browserPath } from '../../test/support/browser.ts';
import { fixtureTerritory } from '../../test/support/fixture-territory.ts';
import { words } from '../../test/publish/hamlet-plan.ts';
import { countOf } from '../report/options.ts';
import { runStamp } from '../report/run-stamp.ts';
import { spreadOf } from '../report/spread.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';

// How long a browser takes to show the page of a large plan: 2,000 visits of ten reps in a month.
const options = new Command('bench:page')
  .description('How long does a browser take to show the page of a plan with 2,000 visits?')
  .option('--rounds <n>', 'how often to open the page', countOf, 9)
  .option('--output <folder>', 'where to write the results', RESULTS)
  .parse()
  .opts<{ rounds: number; output: string }>();

if (browserPath === null) {
  console.log('No Chromium found: name one in CHROMIUM.');
  process.exit(0);
}
const territory = fixtureTerritory('ladder-10x1m');
const horizon = { first: day('2026-12-01'), last: day('2026-12-31') };
const search = { horizon, travel: estimate, endPlaces: new Map(), seed: 1, budget: { work: 100 }, workers: 2 };
const { plan, cost, kpis } = await planTerritory(territory, search);
const content = planPage({ plan, cost, kpis, territory, words }, { language: 'zh', rep: null, pageOf: () => '' });

const browser = await aBrowser();
const milliseconds: number[] = [];
for (let round = 0; round < options.rounds; round++) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const at = performance.now();
  await page.setContent(content);
  await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
  milliseconds.push(performance.now() - at);
  await page.close();
}
await browser.close();

const visits = kpis.total.visits;
console.table([{ visits, kilobytes: Math.round(Buffer.byteLength(content) / 1000), ...spreadOf(milliseconds.map(Math.round)) }]);
writeResults(options.output, 'page', { stamp: runStamp(), visits, milliseconds });
