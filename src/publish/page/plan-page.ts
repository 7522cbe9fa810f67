import { leftOutKpisOf } from '../../domain/figures/kpis-of-plan.ts';
import { isMissed } from '../../domain/unserved/unserved.ts';
import type { RepId } from '../../kernel/ids.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { brokenPromiseRows } from '../broken-promise-rows.ts';
import { distanceName, horizonName, hoursAndMinutes, inHours, phrases, tierColumns } from '../phrases.ts';
import { unservedGroups } from '../text/plan-text-unserved.ts';
import { forgottenRows } from '../forgotten-rows.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { weekBoard } from './board.ts';
import { type Html, html } from './html.ts';
import { planMap } from './map.ts';
import { BASE_STYLE, PLAN_STYLE } from './style.ts';
import { timetables } from './timetables.ts';
import { words } from './words.ts';

/** Language of a page, and its rep; null for all reps. */
export interface PageOptions {
  readonly language: Language;
  readonly rep: RepId | null;
  /** Where a rep's own page is; a large plan refers to them instead of listing every day. */
  readonly pageOf: (rep: RepId) => string;
}

/** More stops than these have their timetables on pages of their own, rep by rep. */
const MOST_STOPS = 6000;

/** Whether a plan's timetables are on the reps' own pages. */
export const isLarge = ({ plan }: Pick<PublishedPlan, 'plan'>): boolean =>
  plan.days.reduce((sum, day) => sum + day.stops.length, 0) > MOST_STOPS;

/** A plan as one HTML document without other files: map, days, timetables, unserved visits and cost. */
export function planPage(whole: PublishedPlan, { language, rep, pageOf }: PageOptions): string {
  const published = rep === null ? whole : ofRep(whole, rep);
  const { territory, plan } = published;
  const names = rep === null ? [territory.name] : [...territory.reps.map(({ name }) => name), territory.name];
  const title = names.join(' · ');
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}, ${horizonName(plan.horizon, language)}</title>
        <style>
          ${{ html: BASE_STYLE + PLAN_STYLE }}
        </style>
      </head>
      <body>
        <main aria-label="${title}">
          <h1>${title}</h1>
          <p class="facts">
            ${horizonName(plan.horizon, language)} · ${territory.policy.title[language]} (${plan.policy.id} ${plan.policy.version}) ·
            ${plan.timeZone}
          </p>
          ${promises(whole, { language, rep })} ${kpiCards(published, language)}
          <h2>${words.mapTitle[language]}</h2>
          ${planMap(published, language)}
          <h2>${words.board[language]}</h2>
          ${weekBoard(published, language)} ${rep === null ? [tiers(published, language), costs(published, language)] : null}
          ${unserved(published, language)} ${forgotten(published, language)}
          <h2>${words.timetables[language]}</h2>
          ${isLarge(published) ? repPages(published, pageOf, language) : html`<div class="days">${timetables(published, language)}</div>`}
          <footer>${words.made[language]}</footer>
        </main>
      </body>
    </html> `.html;
}

/** Promises that the plan breaks; on a rep's own page, those that concern the rep. */
function promises(whole: PublishedPlan, { language, rep }: Pick<PageOptions, 'language' | 'rep'>): Html | null {
  const rows = brokenPromiseRows(whole, language).filter(({ reps }) => rep === null || reps.includes(rep));
  if (rows.length === 0) return null;
  const headings = [phrases.toCall, phrases.promised, phrases.instead];
  return html`<h2>${phrases.brokenPromises[language]} (${rows.length})</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${phrases.brokenPromises[language]}">
      <table>
        <thead>
          <tr>
            ${headings.map((label) => html`<th scope="col">${label[language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ customer, promised, now }) =>
              html`<tr>
                <th scope="row">${customer}</th>
                <td>${promised}</td>
                <td>${now}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** Where the reps' timetables are. */
const repPages = ({ territory }: PublishedPlan, pageOf: PageOptions['pageOf'], language: Language): Html =>
  html`<p class="note">${words.ofRep[language]}</p>
    <ul class="legend">
      ${territory.reps.map(({ id, name }) => html`<li><a href="${pageOf(id)}">${name} (${id})</a></li>`)}
    </ul>`;

/** The part of a plan that belongs to one rep: days and figures, without unserved visits of others. Only managers see spot checks. */
function ofRep({ plan, territory, kpis, ...rest }: PublishedPlan, rep: RepId): PublishedPlan {
  const own = territory.customers.filter(({ requiredRep, preferredRep }) => (requiredRep ?? preferredRep) === rep);
  const isOwn = new Set(own.map(({ id }) => id));
  const isManager = territory.reps.some(({ id, role }) => id === rep && role === 'manager');
  const unservedOwn = plan.unserved.filter(({ customer, kind }) => isOwn.has(customer) && (isManager || kind !== 'inspection'));
  const days = plan.days.filter((day) => day.rep === rep);
  const seen = new Set([...isOwn, ...days.flatMap(({ stops }) => stops.flatMap((stop) => (stop.type === 'visit' ? [stop.customer] : [])))]);
  const total = kpis.reps.find((work) => work.rep === rep);
  return {
    ...rest,
    plan: { ...plan, days, unserved: unservedOwn },
    territory: {
      ...territory,
      reps: territory.reps.filter(({ id }) => id === rep),
      customers: territory.customers.filter(({ id }) => seen.has(id)),
    },
    kpis: {
      ...kpis,
      forgotten: kpis.forgotten.filter(({ customer }) => isOwn.has(customer)),
      repDays: kpis.repDays.filter((work) => work.rep === rep),
      ...(total === undefined ? {} : { total: { ...total, ...leftOutKpisOf(unservedOwn) } }),
    },
  };
}

function kpiCards({ kpis, cost, territory }: PublishedPlan, language: Language): Html {
  const { total } = kpis;
  const hours = `${inHours(cost.total)} ${words.hoursShort[language]}`;
  const cards: readonly (readonly [Text, string])[] = [
    [phrases.visits, `${total.visits}`],
    [phrases.required, `${total.requiredVisits}`],
    ...(total.calls > 0 ? [[phrases.calls, `${total.calls}`] as const] : []),
    [phrases.missed, `${total.requiredUnserved}`],
    [phrases.behindPace, `${total.behindPaceUnserved}`],
    [phrases.pullForward, `${total.couldBePulledForward}`],
    [phrases.travel, hoursAndMinutes(total.travel)],
    [phrases.dwell, hoursAndMinutes(total.dwell)],
    [phrases.waiting, hoursAndMinutes(total.waiting)],
    [phrases.load, `${Math.round(total.fieldUsed)} %`],
    ...(territory.reps.length > 1 ? [[phrases.reps, `${territory.reps.length}`] as const] : []),
    [words.distance, distanceName(total.distance, language)],
    [words.cost, hours],
  ];
  return html`<ul class="kpis">
    ${cards.map(([label, value]) => html`<li><b>${value}</b><span>${label[language]}</span></li>`)}
  </ul>`;
}

function tiers({ kpis }: PublishedPlan, language: Language): Html {
  return html`<h2>${words.tiers[language]}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${words.tiers[language]}">
      <table>
        <thead>
          <tr>
            ${tierColumns.map((label) => html`<th scope="col">${label[language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${kpis.tiers.map(
            ({ tier, customers, seen, due, visits, requiredUnserved, behindPaceUnserved, couldBePulledForward }) =>
              html`<tr>
                <th scope="row">${tier}</th>
                ${[customers, seen, due, visits, requiredUnserved, behindPaceUnserved, couldBePulledForward].map((n) => html`<td class="num">${n}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function costs({ cost, words: ruleWords }: PublishedPlan, language: Language): Html {
  const rules = Object.entries(cost.byRule).toSorted(([, a], [, b]) => b - a);
  const rows: readonly (readonly [string, number])[] = [
    [phrases.travel[language], cost.travel],
    [phrases.waiting[language], cost.waiting],
    ...rules.map(([rule, price]) => [`${ruleWords.rule(rule)[language]} (${rule})`, price] as const),
    [phrases.total[language], cost.total],
  ];
  return html`<h2>${words.cost[language]}</h2>
    <p class="note">${words.costNote[language]}</p>
    <table>
      <tbody>
        ${rows.map(
          ([name, price]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td class="num">${inHours(price)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Customers without a visit for too long, at the end of the plan. */
function forgotten(published: PublishedPlan, language: Language): Html | null {
  const [headings = [], ...rows] = forgottenRows(published, language);
  if (rows.length === 0) return null;
  return html`<h2>${phrases.forgotten[language]} (${rows.length})</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${phrases.forgotten[language]}">
      <table>
        <thead>
          <tr>
            ${headings.map((label) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell) => (typeof cell === 'number' ? html`<td class="num">${cell}</td>` : html`<td>${cell}</td>`))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>`;
}

function unserved(published: PublishedPlan, language: Language): Html | null {
  const groups = unservedGroups(published, language);
  if (groups.length === 0) return null;
  return html`<h2>${words.unserved[language]} (${published.plan.unserved.filter(isMissed).length})</h2>
    <ul class="unserved">
      ${groups.map(
        ({ names, reasons }) =>
          html`<li>${names.map((line) => html`${line}<br />`)}${reasons.map((line) => html`<small>${line}</small><br />`)}</li>`,
      )}
    </ul>`;
}
