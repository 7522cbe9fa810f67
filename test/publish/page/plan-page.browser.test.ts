import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { startPlanning } from '../../../src/app/plan-territory.ts';
import { modeName } from '../../../src/contract/policy/mode-name.ts';
import { reasonText, ruleSentence, ruleTitle } from '../../../src/contract/policy/rule-texts.ts';
import { day } from '../../../src/domain/calendar.ts';
import { planPage } from '../../../src/publish/page/plan-page.ts';
import type { PublishedPlan } from '../../../src/publish/published-plan.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { aBrowser, browserPath } from '../../support/browser.ts';
import { fixtureTerritory } from '../../support/fixture-territory.ts';

const words = { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeName };

/** A fixture planned with little work, for a week or for December; why visits are left out takes long to find out for a bad plan of many. */
async function published(name: string, last: string): Promise<PublishedPlan> {
  const territory = fixtureTerritory(name);
  const horizon = { first: day(last === '2026-12-11' ? '2026-12-07' : '2026-12-01'), last: day(last) };
  const options = {
    horizon,
    travel: estimate,
    endPlaces: new Map(),
    seed: 1,
    budget: { work: 100 },
    workers: 2,
  };
  const run = startPlanning(territory, options);
  if (name === 'tobacco') run.stop(true);
  const { plan, cost, kpis } = await run.done;
  return { plan, cost, kpis, territory, words };
}

describe.skipIf(browserPath === null)('the page of a plan, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await aBrowser();
  });
  afterAll(() => browser.close());

  const opened = async (content: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
    const page = await (await browser.newContext({ javaScriptEnabled: true, ...options })).newPage();
    await page.setContent(content);
    return page;
  };

  it.each([
    ['tobacco', '2026-12-11', 'en', { viewport: { width: 1280, height: 900 } }],
    ['tobacco', '2026-12-11', 'zh', { viewport: { width: 390, height: 800 } }],
    ['key-accounts', '2026-12-31', 'zh', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
    ['ladder-1x5d', '2026-12-11', 'en', { viewport: { width: 390, height: 800 }, colorScheme: 'dark' }],
  ] as const)('can be read by everybody: %s until %s in %s, %j', { timeout: 60_000 }, async (name, last, language, options) => {
    const page = await opened(planPage(await published(name, last), { language, rep: null, pageOf: () => '' }), options);
    // All timetables are made alike; looking at each takes a minute.
    const { violations } = await new AxeBuilder({ page }).exclude('.day:nth-child(n+4)').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    // No number hides another.
    const overlaps = await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll('.number')].map((text) => text.getBoundingClientRect());
      return boxes.some((a, i) => boxes.some((b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
    })()`);
    expect(overlaps).toBe(false);
  });

  it('shows 2,000 visits in less than 3 MB', { timeout: 60_000 }, async () => {
    const content = planPage(await published('ladder-10x1m', '2026-12-31'), { language: 'zh', rep: null, pageOf: () => '' });
    expect(Buffer.byteLength(content)).toBeLessThan(3_000_000);
    const page = await opened(content, { viewport: { width: 1280, height: 900 } });
    expect(await page.locator('.stops tbody tr').count()).toBeGreaterThan(2000);
  });
});
