import { isMissed } from '../../domain/unserved/unserved.ts';
import { rewind } from '@turf/rewind';
import { polygon } from '@turf/helpers';
import { formatDay, instantOf } from '../../domain/calendar.ts';
import type { Location } from '../../domain/customer.ts';
import type { Leg, PlannedDay, Stop, UnservedVisit } from '../../domain/plan.ts';
import type { Seconds } from '../../kernel/units.ts';
import type { PublishedPlan } from '../published-plan.ts';

/** A point feature of RFC 7946; degrees WGS-84, longitude first. */
type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] };
type Position = readonly [number, number];

interface Feature {
  readonly type: 'Feature';
  readonly geometry: Geometry;
  /** `kind` is territory, route, leg, base, visit, duty or unserved. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A plan for maps. */
export interface PlanMap {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

/** The plan as GeoJSON: the territory's outline, each day's route and its legs, bases, stops, and customers left out. */
export function planGeojson({ plan, territory }: PublishedPlan): PlanMap {
  const names = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const bases = territory.reps.map(({ id, name, start }) => point(start, { kind: 'base', rep: id, name }));
  const days = plan.days.flatMap((planned) => {
    const facts = { rep: planned.rep, day: formatDay(planned.day) };
    const at = (clock: Seconds) => instantOf(planned.day, clock, plan.timeZone);
    return [
      ...routeOf(planned, facts),
      ...planned.legs.map((leg) => legFeature(leg, facts, at)),
      ...stopsOf(planned.stops, { ...facts }, at, (id) => names.get(id)?.name ?? id),
    ];
  });
  const unserved = plan.unserved.filter(isMissed).flatMap(({ customer, visit, kind, need, required, reasons }) => {
    const found = names.get(customer);
    const facts = { visit, customer, name: found?.name ?? customer, visitKind: kind, required, need, ...reasonFacts(reasons) };
    return found === undefined ? [] : [point(found.location, { kind: 'unserved', ...facts })];
  });
  return { type: 'FeatureCollection', features: [...outlineOf(territory), ...bases, ...days, ...unserved] };
}

/** The class of a visit's reason, and the rule that it has most to do with; nothing while it is not explained yet. */
const reasonFacts = ([reason]: UnservedVisit['reasons']) =>
  reason === undefined ? { rules: [] } : { reason: reason.class, rules: [reason.rule] };

const positionOf = ({ lat, lng }: Location): Position => [lng, lat];

const point = (location: Location, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: positionOf(location) },
  properties,
});

/** The outline, its outer ring to the left and its holes to the right, as in RFC 7946. */
function outlineOf({ boundary, id, name }: PublishedPlan['territory']): readonly Feature[] {
  if (boundary === null) return [];
  const outline = rewind(polygon(boundary.map((ring) => ring.map(({ lat, lng }) => [lng, lat]))).geometry);
  if (outline.type !== 'Polygon') return [];
  return [
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: outline.coordinates }, properties: { kind: 'territory', id, name } },
  ];
}

/** The whole way of a day. */
function routeOf({ legs, vehicle }: PlannedDay, facts: Feature['properties']): readonly Feature[] {
  const [first] = legs;
  if (first === undefined) return [];
  const coordinates = [first.from, ...legs.map(({ to }) => to)].map(positionOf);
  return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { kind: 'route', ...facts, vehicle } }];
}

const legFeature = (leg: Leg, facts: Feature['properties'], at: (clock: Seconds) => string): Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [positionOf(leg.from), positionOf(leg.to)] },
  properties: { kind: 'leg', ...facts, mode: leg.mode, depart: at(leg.depart), arrive: at(leg.arrive), metres: leg.distance },
});

/** Visits numbered as the day has them, and duties. */
function stopsOf(
  stops: readonly Stop[],
  facts: Feature['properties'],
  at: (clock: Seconds) => string,
  nameOf: (customer: Extract<Stop, { type: 'visit' }>['customer']) => string,
): readonly Feature[] {
  let order = 0;
  return stops.flatMap((stop) => {
    if (stop.type === 'break') return [];
    const span = { ...facts, start: at(stop.start), end: at(stop.end) };
    if (stop.type === 'duty') return [point(stop.location, { kind: 'duty', ...span, duty: stop.duty })];
    order++;
    const { visit, customer, kind, required, purposes } = stop;
    const about = { order, visit, customer, name: nameOf(customer), visitKind: kind, required };
    return [point(stop.location, { kind: 'visit', ...span, ...about, ...(purposes.length === 0 ? {} : { purposes }) })];
  });
}
