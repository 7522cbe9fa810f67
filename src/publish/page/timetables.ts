import { callsOfDuties } from '../../domain/calls/calls-ahead.ts';
import type { PlannedDay } from '../../domain/plan.ts';
import type { Language } from '../../kernel/text.ts';
import { phrases } from '../phrases.ts';
import { type Timetable, type TimetableRow, timetablesOf } from '../timetable.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** Each day of each rep, stop by stop, with the calls to make while at a duty. */
export const timetables = (published: PublishedPlan, language: Language): readonly Html[] =>
  timetablesOf(published, language).map((table) => timetable(table, published, language));

function timetable({ planned, heading, packing, rows }: Timetable, published: PublishedPlan, language: Language): Html {
  return html`<section class="day">
    <h3>${heading}</h3>
    ${packing === '' ? null : html`<p class="note"><b>${phrases.toPack[language]}:</b> ${packing}</p>`}
    <table class="stops">
      <thead>
        <tr>
          <th scope="col">${words.order[language]}</th>
          <th scope="col">${phrases.time[language]}</th>
          <th scope="col">${phrases.who[language]}</th>
          <th scope="col">${phrases.tier[language]}</th>
          <th scope="col">${phrases.travelTo[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(rowOf)}
      </tbody>
    </table>
    ${callsAhead(planned, published, language)}
  </section> `;
}

/** A blank at which no line ends. */
const NO_BREAK = '\u00a0';

function rowOf({ order, time, name, tier, travel, note, purpose, since, materials }: TimetableRow): Html {
  // Numbers stay with their units.
  const text =
    travel === null
      ? ''
      : `${travel.modes} · ${[travel.minutes, travel.distance].map((cell) => cell.replaceAll(' ', NO_BREAK)).join(' · ')}`;
  const more = note === '' ? null : html` <small>${note}</small>`;
  const facts = [purpose, materials, since].filter((fact) => fact !== '').join(' · ');
  const about = facts === '' ? null : html`<small class="about">${facts}</small>`;
  return html`<tr${order === null ? html` class="other"` : null}><td>${order ?? ''}</td><td>${time}</td><td>${name}${about}</td><td>${tier}</td><td>${text}${more}</td></tr>
`;
}

/** Customers to call while a duty leaves time for it. */
function callsAhead(planned: PlannedDay, { territory }: PublishedPlan, language: Language): Html | null {
  const calls = [...callsOfDuties(territory, planned).values()].flat();
  if (calls.length === 0) return null;
  const names = new Map(territory.customers.map(({ id, name }) => [id, name]));
  return html`<p class="note">
    <b>${words.callsAhead[language]}:</b>
    ${calls.map(({ customer }) => names.get(customer) ?? customer).join(language === 'zh' ? '、' : ', ')}
  </p>`;
}
