import { type Day, type DayRange, addDays, formatDay, holds } from '../calendar.ts';
import type { Commitment } from '../commitment.ts';
import type { EarlierPlan, EarlierVisit } from './report.ts';
import type { VisitRequest } from '../request.ts';
import type { PastVisit, Territory } from '../territory.ts';
import { requestId } from '../../kernel/ids.ts';

/**
 * A territory after earlier plans, for a plan of a horizon. Their visits before the horizon count as made unless reports say
 * otherwise; those in it become commitments. Missed visits leave their frequencies and requests open, and follow-ups of
 * reports become requests. Visits that the history has, too, count once.
 */
export function afterPlans(territory: Territory, plans: readonly EarlierPlan[], horizon: DayRange): Territory {
  if (plans.length === 0) return territory;
  const visits = standingVisits(plans);
  const made = visits.flatMap((visit): readonly MadeVisit[] => {
    const day = madeOn(visit, horizon.first);
    return day === null ? [] : [{ ...visit, day, isReported: visit.outcome !== null }];
  });
  return {
    ...territory,
    startedOn: territory.startedOn ?? (territory.history.length > 0 ? null : firstDayOf(plans)),
    history: joinHistory(territory.history, made),
    requests: [...territory.requests, ...visits.filter(({ outcome }) => outcome === 'missed').flatMap(followUpOfMissed)],
    commitments: joinCommitments(
      territory.commitments,
      visits.flatMap((visit) => commitmentsTo(visit, horizon.first)),
    ),
  };
}

/** A visit with the days of its plan. */
type StandingVisit = EarlierVisit & { readonly plannedIn: DayRange };

/** A visit that was made, on its actual day. */
type MadeVisit = StandingVisit & { readonly isReported: boolean };

const firstDayOf = (plans: readonly EarlierPlan[]): Day =>
  plans.map(({ horizon }) => horizon.first).reduce((first, day) => (day < first ? day : first));

const visitKey = ({ customer, contact, kind, day }: Pick<EarlierVisit, 'customer' | 'contact' | 'kind' | 'day'>): string =>
  JSON.stringify([customer, contact, kind, day]);

/**
 * The visits that hold. Of plans for the same day of a rep, the one that begins later holds, or else the one given later; but a
 * report stands, in whichever plan it is. A visit that several plans have counts once.
 */
function standingVisits(plans: readonly EarlierPlan[]): readonly StandingVisit[] {
  const order = plans
    .map((plan, given) => ({ plan, given }))
    .toSorted((a, b) => a.plan.horizon.first - b.plan.horizon.first || a.given - b.given);
  const standing = new Map<string, StandingVisit>();
  order.forEach(({ plan }, n) => {
    const later = order.slice(n + 1).map((other) => other.plan);
    for (const visit of plan.visits) {
      if (visit.outcome === null && later.some((other) => plansDayOf(other, visit))) continue;
      const key = visitKey(visit);
      const other = standing.get(key);
      if (visit.outcome !== null || other === undefined) standing.set(key, { ...visit, plannedIn: plan.horizon });
    }
  });
  return [...standing.values()];
}

const plansDayOf = ({ horizon, reps }: EarlierPlan, { day, rep }: EarlierVisit): boolean =>
  holds(horizon, day) && (reps === null || rep === null || reps.includes(rep));

/** The day on which a visit was made; null for one that was missed or is still to come. */
function madeOn({ outcome, day, actualDay }: EarlierVisit, from: Day): Day | null {
  if (outcome === 'missed') return null;
  if (outcome === 'made') return actualDay ?? day;
  const at = outcome === 'moved' ? actualDay : day;
  return at !== null && at < from ? at : null;
}

/** The commitments to a visit that is still to come. Calls have no day that a customer waits for. */
function commitmentsTo(visit: EarlierVisit, from: Day): readonly Commitment[] {
  const { outcome, customer, contact, kind, rep, requests } = visit;
  const day = outcome === 'moved' ? visit.actualDay : visit.day;
  if (kind === 'call' || outcome === 'made' || outcome === 'missed' || day === null || day < from) return [];
  const firmness = visit.firmness ?? 'planned';
  const at = firmness === 'planned' || outcome === 'moved' ? null : visit.at;
  const answered = requests.length === 0 ? [null] : requests;
  return answered.map((request): Commitment => ({ customer, contact, kind, request, day, rep, at, firmness }));
}

/** Commitments of which the territory's own come first; each visit has one a day. */
function joinCommitments(own: readonly Commitment[], added: readonly Commitment[]): readonly Commitment[] {
  const keyOf = (one: Commitment) => JSON.stringify([visitKey(one), one.request]);
  const taken = new Set(own.map(keyOf));
  return [...own, ...added.filter((one) => !taken.has(keyOf(one)))];
}

/** The history with the visits made. A visit that it has already counts once, with the requests that the plan names. */
function joinHistory(history: readonly PastVisit[], made: readonly MadeVisit[]): readonly PastVisit[] {
  const joined: PastVisit[] = [...history];
  const free = new Set(history.keys());
  const byCustomer = Map.groupBy(history.keys(), (i) => history[i]?.customer);
  const isSame = (past: PastVisit, visit: MadeVisit) =>
    past.kind === visit.kind && (past.contact === null || visit.contact === null || past.contact === visit.contact);
  const join = (visit: MadeVisit, fits: (past: PastVisit) => boolean): boolean => {
    const at = (byCustomer.get(visit.customer) ?? []).find((i) => {
      const past = history[i];
      return past !== undefined && free.has(i) && isSame(past, visit) && fits(past);
    });
    const past = at === undefined ? undefined : history[at];
    if (at === undefined || past === undefined) return false;
    free.delete(at);
    const requests = [...new Set([...past.requests, ...visit.requests])];
    joined[at] = { ...past, contact: past.contact ?? visit.contact, requests, followUp: past.followUp ?? visit.followUp };
    return true;
  };
  const others = made.filter((visit) => !join(visit, ({ day }) => day === visit.day));
  // A history knows better than a plan on which of its days a visit was made.
  const missing = others.filter((visit) => visit.isReported || !join(visit, ({ day }) => holds(visit.plannedIn, day)));
  return [...joined, ...missing.map(pastVisitOf)];
}

const pastVisitOf = ({ customer, day, kind, rep, contact, requests, followUp }: MadeVisit): PastVisit => ({
  customer,
  day,
  kind,
  rep,
  contact,
  requests,
  followUp,
});

/** The promise to come again of a report on a visit that was missed. That of a visit made is in the history. */
function followUpOfMissed({ customer, contact, kind, day, followUp }: EarlierVisit): readonly VisitRequest[] {
  if (followUp === null) return [];
  const next = addDays(day, 1);
  return [
    {
      id: requestId(`after-missed-${kind}-${formatDay(day)}-${customer}${contact === null ? '' : `-${contact}`}`),
      customer,
      contact,
      kind,
      source: 'follow-up',
      purpose: '',
      due: { first: next < followUp ? next : followUp, last: followUp },
      ifNonWorking: 'next',
      required: true,
      weight: 1,
      dwell: null,
      rep: null,
      companion: null,
      appointment: null,
    },
  ];
}
