import { type Day, daysOf, weekdayOf } from '../../domain/calendar.ts';
import type { RepDayKpis } from '../../domain/figures/kpis.ts';
import type { Language } from '../../kernel/text.ts';
import { dayName, hoursAndMinutes, phrases } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** Rules that say how much a day holds at least or at most. */
const LIMITS: ReadonlySet<string> = new Set(['day/fewest-visits', 'day/most-visits', 'day/most-work', 'day/most-travel', 'day/reserve']);

/** The policy's limits of a day's load; null where it has none. */
function limits({ territory, words: ruleWords }: PublishedPlan, language: Language): Html | null {
  const limiting = territory.policy.rules.filter(({ rule }) => LIMITS.has(rule));
  if (limiting.length === 0) return null;
  return html`<ul class="limits">
    ${limiting.map((instance) => html`<li>${ruleWords.sentence(instance)[language]} <small>(${instance.rule})</small></li>`)}
  </ul>`;
}

/** Reps against days, a table for each week: visits, and how the field time is spent. */
export function weekBoard(published: PublishedPlan, language: Language): Html {
  const { plan, territory, kpis } = published;
  const works = new Map(kpis.repDays.map((work) => [`${work.day} ${work.rep}`, work]));
  const reps = territory.reps.filter(({ id }) => kpis.repDays.some(({ rep }) => rep === id));
  const worked = daysOf(plan.horizon).filter((day) => reps.some(({ id }) => works.has(`${day} ${id}`)));
  return html`<p class="note">
      ${words.boardNote[language]} <span class="swatch dwell"></span>${phrases.dwell[language]}
      <span class="swatch travel"></span>${phrases.travel[language]}
    </p>
    ${limits(published, language)}
    ${weeksOf(worked).map(
      (days) =>
        html`<div class="wide" tabindex="0" role="region" aria-label="${words.board[language]} ${nameOf(days[0], language)}">
          <table class="board">
            <thead>
              <tr>
                <th scope="col">${phrases.rep[language]}</th>
                ${days.map((day) => html`<th scope="col">${nameOf(day, language)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${reps.map(
                ({ id, name }) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    ${days.map((day) => cell(works.get(`${day} ${id}`), language))}
                  </tr> `,
              )}
            </tbody>
          </table>
        </div>`,
    )}`;
}

const nameOf = (day: Day | undefined, language: Language): string =>
  day === undefined ? '' : dayName(day, language).replaceAll('  ', ' ');

/** Days week by week, from Monday. */
function weeksOf(days: readonly Day[]): readonly (readonly Day[])[] {
  return [...Map.groupBy(days, (day) => day - weekdayOf(day)).values()];
}

function cell(work: RepDayKpis | undefined, language: Language): Html {
  if (work === undefined) return html`<td class="off"><span class="hidden">${words.nobody[language]}</span></td>`;
  const { idle, visits, calls, travel, dwell, fieldTime, fieldUsed } = work;
  const share = (part: number) => (fieldTime === 0 ? 0 : Math.round((100 * part) / Math.max(fieldTime, travel + dwell)));
  const loadText = `${phrases.dwell[language]} ${hoursAndMinutes(dwell)}, ${phrases.travel[language]} ${hoursAndMinutes(travel)}`;
  return html`<td>
    <b>${visits}</b>${calls > 0 ? html`<small> +${calls} ${words.calls[language]}</small>` : null}
    <small class="load${fieldUsed > 100 ? ' over' : ''}">${Math.round(fieldUsed)} %</small>
    ${idle === null ? null : html`<small class="idle">${idle[language]}</small>`}
    <div class="bar" title="${loadText}">
      <i class="dwell" style="width:${share(dwell)}%"></i><i class="travel" style="width:${share(travel)}%"></i>
    </div>
  </td>`;
}
