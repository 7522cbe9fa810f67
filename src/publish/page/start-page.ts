import type { Language } from '../../kernel/text.ts';
import { type Html, html } from './html.ts';
import { type LinkWords, type PlanLink, planLinks, serviceLinks, startWords, stateWords } from './start-words.ts';
import { BASE_STYLE, START_STYLE } from './style.ts';

/** The samples of the service, and the one that the page shows. */
export interface StartPage {
  /** Names of all samples; empty where the caller may not see plans. */
  readonly samples: readonly string[];
  readonly shown: ShownSample | null;
  readonly language: Language;
}

/** A sample with the state and the addresses of its plan. */
export interface ShownSample {
  readonly name: string;
  readonly territory: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly state: keyof typeof stateWords;
  /** Whether there is a plan to look at, if only the best so far. */
  readonly hasPlan: boolean;
  readonly isEnded: boolean;
  /** Paths by format, and those of plan, explanation and events. */
  readonly links: Readonly<Record<PlanLink, string>>;
}

/** Paths of the service itself. */
const SERVICE_PATHS: Readonly<Record<(typeof serviceLinks)[number]['key'], string>> = {
  docs: '/docs',
  openapi: '/openapi.json',
  policies: '/v1/policies',
  rules: '/v1/rules',
  plans: '/v1/plans',
  metrics: '/metrics',
};
/** Links whose content is the same in all languages. */
const WITHOUT_LANGUAGE: ReadonlySet<PlanLink> = new Set<PlanLink>(['plan', 'geojson', 'explanation', 'events']);

/** The start page of the service: a line about beatplan, the samples with their plans, and the addresses. */
export function startPage({ samples, shown, language }: StartPage): string {
  const isOpen = shown !== null && !shown.isEnded;
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>beatplan</title>
        ${isOpen ? html`<meta http-equiv="refresh" content="3" />` : null}
        <style>
          ${{ html: BASE_STYLE + START_STYLE }}
        </style>
      </head>
      <body>
        <main aria-label="beatplan">
          <h1>beatplan</h1>
          <p>${startWords.about[language]} ${otherLanguage(shown, language)}</p>
          <h2>${startWords.samples[language]}</h2>
          ${shown === null ? noSample(language) : html`${sampleNames(samples, shown.name, language)}${sample(shown, language)}`}
          <h2>${startWords.service[language]}</h2>
          ${cards(
            serviceLinks.map((words) => ({ path: SERVICE_PATHS[words.key], words })),
            language,
          )}
        </main>
      </body>
    </html> `.html;
}

const noSample = (language: Language): Html =>
  html`<p>${startWords.none[language]} <code>beatplan serve fixtures/tobacco fixtures/general</code></p>`;

/** A link to the same page in the other language. */
function otherLanguage(shown: ShownSample | null, language: Language): Html {
  const [other, name] = language === 'en' ? (['zh', '中文'] as const) : (['en', 'English'] as const);
  return html`<a href="${pathOf(shown?.name ?? null, other)}" lang="${other}">${name}</a>`;
}

function sampleNames(samples: readonly string[], shown: string, language: Language): Html | null {
  if (samples.length < 2) return null;
  const item = (name: string) =>
    html`<li><a href="${pathOf(name, language)}" ${name === shown ? html` aria-current="true"` : null}>${name}</a></li>`;
  return html`<nav aria-label="${startWords.samples[language]}">
    <ul class="samples">
      ${samples.map(item)}
    </ul>
  </nav>`;
}

function sample({ territory, from, to, state, hasPlan, links }: ShownSample, language: Language): Html {
  const pathOfLink = (key: PlanLink) => (WITHOUT_LANGUAGE.has(key) ? links[key] : `${links[key]}?language=${language}`);
  const list = planLinks.map((words) => ({ path: pathOfLink(words.key), words }));
  const plan = hasPlan
    ? html`<iframe src="${pathOfLink('html')}" title="${startWords.samples[language]}"></iframe>`
    : html`<p>${startWords.soon[language]}</p>`;
  return html`<p>${territory}, ${from} – ${to} <span class="state">${stateWords[state][language]}</span></p>
    ${cards(list, language)} ${plan}`;
}

const cards = (links: readonly { readonly path: string; readonly words: LinkWords }[], language: Language): Html =>
  html`<ul class="links">
    ${links.map(
      ({ path, words }) =>
        html`<li>
          <a href="${path}"><b>${words.name[language]}</b><small>${words.about[language]}</small></a>
        </li>`,
    )}
  </ul>`;

const pathOf = (name: string | null, language: Language): string =>
  `/?${new URLSearchParams({ ...(name === null ? {} : { sample: name }), language }).toString()}`;
