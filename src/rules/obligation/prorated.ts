import type { RepDay } from '../../domain/rep-day/rep-day.ts';

/** A number for a full day in the field, in proportion to the field time of this day: smaller on a short shift or with more duties. */
export const prorated = (perFullDay: number, { fieldTime, fullFieldTime }: Pick<RepDay, 'fieldTime' | 'fullFieldTime'>): number =>
  // Multiplied before it is divided, so that whole results stay whole.
  fullFieldTime === 0 ? 0 : (perFullDay * Math.min(fieldTime, fullFieldTime)) / fullFieldTime;
