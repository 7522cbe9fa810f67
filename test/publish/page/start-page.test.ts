import { describe, expect, it } from 'vitest';
import { type ShownSample, startPage } from '../../../src/publish/page/start-page.ts';

const links = {
  html: '/p.html',
  plan: '/p',
  csv: '/p.csv',
  xlsx: '/p.xlsx',
  ics: '/p.ics',
  geojson: '/p.geojson',
  txt: '/p.txt',
  explanation: '/p/explanation',
  events: '/p/events',
};
const shown: ShownSample = {
  name: 'hamlet',
  territory: 'hamlet-4',
  from: '2026-12-07',
  to: '2026-12-11',
  state: 'done',
  hasPlan: true,
  isEnded: true,
  links,
};

describe('the start page', () => {
  it('links to the plan in the language of the page, and to the same page in the other one', () => {
    const page = startPage({ samples: ['hamlet', 'town'], shown, language: 'zh' });
    expect(page).toContain('href="/p.csv?language=zh"');
    expect(page).toContain('href="/p/events"');
    expect(page).toContain('<iframe src="/p.html?language=zh"');
    expect(page).toContain('href="/?sample=hamlet&amp;language=en" lang="en"');
    expect(page).toContain('<html lang="zh-CN">');
  });

  it('marks the sample that it shows, and names no other where there is one only', () => {
    expect(startPage({ samples: ['hamlet', 'town'], shown, language: 'en' })).toMatch(/sample=hamlet[^>]*aria-current="true">hamlet/);
    expect(startPage({ samples: ['hamlet'], shown, language: 'en' })).not.toContain('<nav');
  });

  it('loads itself again until the search has ended', () => {
    const searched = { ...shown, state: 'solving', hasPlan: false, isEnded: false } as const;
    const page = startPage({ samples: ['hamlet'], shown: searched, language: 'en' });
    expect(page).toContain('http-equiv="refresh"');
    expect(page).toContain('The first plan appears in a moment.');
    expect(page).not.toContain('<iframe');
    expect(startPage({ samples: ['hamlet'], shown, language: 'en' })).not.toContain('http-equiv="refresh"');
  });

  it('escapes names', () => {
    const name = `<img src=x onerror="alert('1')">`;
    const page = startPage({ samples: [name, 'b'], shown: { ...shown, name, territory: name }, language: 'en' });
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;');
  });

  it('says how to give a territory where there is none', () => {
    expect(startPage({ samples: [], shown: null, language: 'en' })).toContain(
      '<code>beatplan serve fixtures/tobacco fixtures/general</code>',
    );
  });
});
