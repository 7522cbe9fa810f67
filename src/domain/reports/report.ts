import type { ContactId, CustomerId, RepId, RequestId } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/text.ts';
import type { Seconds } from '../../kernel/units.ts';
import type { Day, DayRange } from '../calendar.ts';
import type { Firmness } from '../commitment.ts';
import type { VisitKind } from '../policy.ts';

/** What can become of a planned visit: it was made, it was missed, or it moved to another day. */
export const outcomes = ['made', 'missed', 'moved'] as const;

/** What became of a planned visit. */
export type Outcome = (typeof outcomes)[number];

/** The report on a planned visit; null for what it leaves open. */
export interface VisitReport {
  readonly outcome: Outcome | null;
  /** The day of a visit that was made on another day or moved to it. */
  readonly actualDay: Day | null;
  /** The day by which the rep promised to come again. */
  readonly followUp: Day | null;
  /** How firm the day is; `planned` where it is left open. */
  readonly firmness: Firmness | null;
}

/** A visit or a call of an earlier plan, with what is reported on it. */
export interface EarlierVisit extends VisitReport {
  readonly customer: CustomerId;
  readonly contact: ContactId | null;
  readonly kind: VisitKind;
  /** The requests that it answers. */
  readonly requests: readonly RequestId[];
  /** The rep of the plan; null where it is unknown. */
  readonly rep: RepId | null;
  /** The day of the plan. */
  readonly day: Day;
  /** The time of the plan; null where it is unknown. */
  readonly at: Seconds | null;
}

/** An earlier plan, carried out or still to be. */
export interface EarlierPlan {
  readonly horizon: DayRange;
  /** The reps whose days it plans; null for all. */
  readonly reps: readonly RepId[] | null;
  readonly visits: readonly EarlierVisit[];
}

/** The headings of the columns in which tables of plans take reports. */
export const reportHeadings = {
  outcome: { en: 'Outcome', zh: '结果' },
  actualDay: { en: 'Actual day', zh: '实际日期' },
  followUp: { en: 'Follow-up', zh: '跟进日期' },
  firmness: { en: 'Firmness', zh: '确定程度' },
} as const satisfies Readonly<Record<string, Text>>;

/** The first words of the names of the sheets in which a workbook has the visit plans of its reps, to be filled in. */
export const visitPlanSheet = { en: 'Visit plan', zh: '拜访计划' } as const satisfies Text;

/** The name of the sheet in which a workbook lists all stops. */
export const stopSheet = { en: 'Stops', zh: '明细' } as const satisfies Text;
