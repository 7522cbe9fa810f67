import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { aBrowser, browserPath } from '../support/browser.ts';
import { aService, requestFor } from '../support/service.ts';

const sample = (name: string) => ({ name, request: new TextEncoder().encode(JSON.stringify(requestFor(name))) });

describe('the first page', () => {
  it('shows one sample after another, each planned when it is wanted', { timeout: 60_000 }, async () => {
    const { url, show } = await aService();
    const path = await show([sample('hamlet-4'), sample('key-accounts')]);
    const first = await (await fetch(`${url}/`)).text();
    expect(first).toContain(`${path ?? ''}.csv?language=en`);
    expect(first).toContain('/?sample=key-accounts&amp;language=en');

    const second = await (await fetch(`${url}/?sample=key-accounts&language=zh`)).text();
    expect(second).toContain('key-accounts, 2026-12-07');
    expect(second).not.toContain(path ?? '');
    expect((await fetch(`${url}/?sample=nothing`)).status).toBe(422);
    expect(await (await fetch(`${url}/v1/plans`)).json()).toMatchObject({ plans: [{}, {}] });
  });

  it('plans a sample again when its plan is no longer kept', { timeout: 60_000 }, async () => {
    const planning = { waiting: 5, waitingBytes: 64e6, shelf: { plans: 1, bytes: 64e6 } };
    const { url, show } = await aService({ planning });
    await show([sample('hamlet-4'), sample('ladder-1x5d')]);
    for (const name of ['hamlet-4', 'ladder-1x5d', 'hamlet-4']) {
      const events = /href="([^"]+\/events)"/.exec(await (await fetch(`${url}/?sample=${name}`)).text())?.[1] ?? '';
      expect(await (await fetch(`${url}${events}`)).text()).toMatch(/"state":"done"/);
    }
  });

  it('shows nothing of plans where callers need a token', async () => {
    const { url, show } = await aService({ token: 'the-token-of-this-test' });
    const path = await show([sample('hamlet-4')]);
    expect(await (await fetch(`${url}/`)).text()).not.toContain(path ?? '');
  });

  it.skipIf(browserPath === null)('can be read by everybody, with the plan in it', { timeout: 60_000 }, async () => {
    const { url, show } = await aService();
    await fetch(`${url}${(await show([sample('hamlet-4'), sample('key-accounts')])) ?? ''}/events`).then((response) => response.text());
    const browser = await aBrowser();
    try {
      const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
      await page.goto(`${url}/`);
      await page.frameLocator('iframe').locator('.map svg').first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    } finally {
      await browser.close();
    }
  });
});
