import { isMissed } from '../../domain/unserved/unserved.ts';
import type { Location } from '../../domain/customer.ts';
import type { PlannedDay } from '../../domain/plan.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Language } from '../../kernel/text.ts';
import { dayName, phrases } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { colourOf } from './colours.ts';
import { type Html, html } from './html.ts';
import { type Point, type Projection, projectionOf, scaleLength } from './projection.ts';
import { words } from './words.ts';

const WIDTH = 1000;
/** More stops than these are not numbered: numbers would hide one another. */
const MOST_NUMBERS = 260;

/** One colour of the map: a rep's day, or all days of a rep. */
interface Layer {
  readonly name: string;
  readonly colour: string;
  readonly days: readonly PlannedDay[];
  readonly isManager: boolean;
}

/** The plan on a map without tiles, north up: by day for one rep's week, by rep otherwise. */
export function planMap(published: PublishedPlan, language: Language): Html {
  const { plan, territory } = published;
  const layers = layersOf(published, language);
  const places = [
    ...territory.customers.map(({ location }) => location),
    ...territory.reps.flatMap(({ start, end }) => [start, end]),
    ...(territory.boundary ?? []).flat(),
  ];
  const projection = projectionOf(places, WIDTH);
  const stops = plan.days.reduce((sum, day) => sum + day.stops.filter(({ type }) => type === 'visit').length, 0);
  const mapName = words.map[language];
  // Managers take the routes of their reps: theirs lie beneath.
  const drawn = layers.toSorted((a, b) => Number(b.isManager) - Number(a.isManager));
  const taken = territory.reps.map(({ start }) => projection.point(start));
  const unserved = new Set(plan.unserved.filter(isMissed).map(({ customer }) => customer));
  const marks = drawn.flatMap((layer) => visits(layer, projection, { isNumbered: stops <= MOST_NUMBERS, territory, taken }));
  // No dot hides a number.
  const ordered = marks.toSorted((a, b) => Number(a.isNumber) - Number(b.isNumber));
  return html`<figure class="map">
    <svg viewBox="0 0 ${projection.width} ${projection.height}" role="img" aria-label="${mapName}">
      ${outline(territory, projection)}
      ${territory.customers.filter(({ id }) => unserved.has(id)).map(({ location, name }) => left(location, name, projection))}
      ${drawn.flatMap((layer) => ways(layer, projection))} ${ordered.map((mark) => mark.drawn)}
      ${territory.reps.map(({ start, name }) => base(start, name, projection))} ${scaleBar(projection)}
    </svg>
    <figcaption>${legend(layers, published, language)}</figcaption>
  </figure>`;
}

/** By day where one rep is seen for a week or less. */
function layersOf({ plan, territory }: PublishedPlan, language: Language): readonly Layer[] {
  const reps = territory.reps.filter(({ id }) => plan.days.some(({ rep }) => rep === id));
  if (reps.length === 1 && plan.horizon.last - plan.horizon.first < 7) {
    return plan.days
      .filter(({ legs }) => legs.length > 0)
      .map((planned, i) => ({ name: dayName(planned.day, language), colour: colourOf(i), days: [planned], isManager: false }));
  }
  return reps.map(({ id, name, role }, i) => {
    return { name, colour: colourOf(i), days: plan.days.filter(({ rep }) => rep === id), isManager: role === 'manager' };
  });
}

function outline({ boundary }: Territory, { point }: Projection): Html | null {
  if (boundary === null) return null;
  const rings = boundary.map((ring) => `M${ring.map((corner) => pair(point(corner))).join('L')}Z`);
  return html`<path class="outline" d="${rings.join('')}" />`;
}

const pair = ({ x, y }: { readonly x: number; readonly y: number }): string => `${x} ${y}`;

/** How legs of a kind are drawn: on foot dotted, by others' vehicles dashed, by own vehicle in one line. */
type Stroke = 'ride' | 'walk' | 'free';

const strokeOf = (mode: string, vehicle: string | null): Stroke => {
  if (mode === 'walk') return 'walk';
  return mode === vehicle ? 'ride' : 'free';
};

function ways({ colour, days }: Layer, { point }: Projection): readonly Html[] {
  const legs = days.flatMap(({ vehicle, legs: own }) => own.map((leg) => ({ leg, stroke: strokeOf(leg.mode, vehicle) })));
  return [...Map.groupBy(legs, ({ stroke }) => stroke)].map(([stroke, own]) => {
    const d = own.map(({ leg }) => `M${pair(point(leg.from))}L${pair(point(leg.to))}`).join('');
    return html`<path class="way ${stroke}" stroke="${colour}" d="${d}" />`;
  });
}

interface Marking {
  readonly isNumbered: boolean;
  readonly territory: Territory;
  /** Where numbers stand already. */
  readonly taken: Point[];
}

/** Units between two numbers whose circles do not touch, and beside or above each other for their digits. */
const NUMBER_ROOM = { between: 17, beside: 16, above: 13 };

const isApart = (a: Point, b: Point): boolean => {
  const [x, y] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return Math.hypot(x, y) >= NUMBER_ROOM.between && (x >= NUMBER_ROOM.beside || y >= NUMBER_ROOM.above);
};

/** A stop on the map. */
interface Mark {
  readonly isNumber: boolean;
  readonly drawn: Html;
}

/** Stops in the order of their day. A number that would hide another is a dot; without numbers a customer is drawn once. */
function visits({ colour, days }: Layer, { point }: Projection, { isNumbered, territory, taken }: Marking): readonly Mark[] {
  const names = new Map(territory.customers.map(({ id, name }) => [id, name]));
  const seen = new Set<string>();
  return days.flatMap(({ stops }) =>
    stops
      .filter((stop) => stop.type === 'visit')
      .flatMap(({ customer, location }, i) => {
        if (!isNumbered && seen.has(customer)) return [];
        seen.add(customer);
        const at = point(location);
        const hasRoom = isNumbered && taken.every((other) => isApart(at, other));
        if (hasRoom) taken.push(at);
        const title = `${isNumbered ? `${i + 1} ` : ''}${names.get(customer) ?? customer}`;
        return [{ isNumber: hasRoom, drawn: hasRoom ? numbered(at, i + 1, { colour, title }) : dot(at, { colour, title }) }];
      }),
  );
}

interface Look {
  readonly colour: string;
  readonly title: string;
}

const dot = ({ x, y }: Point, { colour, title }: Look): Html =>
  html`<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"><title>${title}</title></circle>`;

const numbered = ({ x, y }: Point, order: number, { colour, title }: Look): Html =>
  html`<g
    ><title>${title}</title><circle cx="${x}" cy="${y}" r="8" fill="${colour}" /><text class="number" x="${x}" y="${y + 3.4}"
      >${order}</text
    ></g
  >`;

function left(location: Location, name: string, { point }: Projection): Html {
  const { x, y } = point(location);
  return html`<circle class="left" cx="${x}" cy="${y}" r="3"><title>${name}</title></circle>`;
}

function base(location: Location, name: string, { point }: Projection): Html {
  const { x, y } = point(location);
  return html`<rect class="base" x="${x - 6}" y="${y - 6}" width="12" height="12"><title>${name}</title></rect>`;
}

function scaleBar(projection: Projection): Html {
  const length = scaleLength(projection, 0.2);
  const width = Math.round(length * projection.unitsPerKilometre);
  const y = projection.height - 8;
  const name = length < 1 ? `${Math.round(length * 1000)} m` : `${length} km`;
  return html`<g class="scale"><path d="M16 ${y - 5}v5h${width}v-5" /><text x="${16 + width + 6}" y="${y}">${name}</text></g>`;
}

function legend(layers: readonly Layer[], { plan }: PublishedPlan, language: Language): Html {
  const used = new Set(plan.days.flatMap(({ legs, vehicle }) => legs.map(({ mode }) => strokeOf(mode, vehicle))));
  const strokes = (['ride', 'walk', 'free'] as const).filter((stroke) => used.has(stroke));
  return html`<ul class="legend">
    ${layers.map(
      ({ name, colour }) =>
        html`<li>
          <svg class="key" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill="${colour}" /></svg>${name}
        </li>`,
    )}
    ${strokes.map(
      (stroke) =>
        html`<li>
          <svg class="key wide" viewBox="0 0 32 14" aria-hidden="true"><path class="way ${stroke}" stroke="currentColor" d="M1 7h30" /></svg
          >${words[stroke][language]}
        </li>`,
    )}
    <li>
      <svg class="key" viewBox="0 0 14 14" aria-hidden="true"><rect class="base" x="2" y="2" width="10" height="10" /></svg
      >${phrases.base[language]}
    </li>
    ${
      !plan.unserved.some(isMissed)
        ? null
        : html`<li>
            <svg class="key" viewBox="0 0 14 14" aria-hidden="true"><circle class="left" cx="7" cy="7" r="4" /></svg
            >${words.leftOut[language]}
          </li>`
    }
  </ul>`;
}
