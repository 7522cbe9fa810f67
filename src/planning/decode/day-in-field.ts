import type { Location } from '../../domain/customer.ts';
import type { LaidSlot } from '../../engine/slot/laid-slot.ts';

/** A day in the field: its slot, its visits in order, their times, and the places of the rep from start to end. */
export interface DayInField {
  readonly slot: number;
  readonly visits: readonly number[];
  readonly laid: LaidSlot;
  /** The start, each stop, the end. */
  readonly places: readonly Location[];
}
