import type { Breaks } from './layout.ts';
import { byRow, ints } from './shared.ts';
import type { Unpacked } from './unpacked.ts';

/** Breaks of slots, in order of time. */
export function packBreaks({ draft, terms }: Unpacked): Breaks {
  const breaks = terms('activity')
    .filter(({ place }) => place === null)
    .toSorted((a, b) => a.earliest - b.earliest);
  const { starts, entries } = byRow(draft.slots.length, breaks, ({ slot }) => slot);
  return {
    most: draft.slots.reduce((most, _, slot) => Math.max(most, (starts[slot + 1] ?? 0) - (starts[slot] ?? 0)), 0),
    bySlot: starts,
    earliest: ints(entries, ({ earliest }) => earliest),
    latest: ints(entries, ({ latest }) => latest),
    duration: ints(entries, ({ length }) => length),
  };
}
