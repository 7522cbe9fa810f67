import { formatDay } from '../../../src/domain/calendar.ts';
import type { Draft } from '../draft.ts';
import type { LaidOutBeat } from '../lay-out-beat.ts';
import { round } from '../map/plane.ts';

/** The text of `witness.json`: for each rep the load and, one line a day, whom to visit in which order. */
export function witnessJson({ spec, beats }: Draft): string {
  const reps = beats.map((beat) => `    ${JSON.stringify(beat.rep.id)}: ${repJson(beat)}`).join(',\n');
  const [from, to] = [spec.month.first, spec.month.last].map(formatDay);
  return `{\n  "from": "${from}",\n  "to": "${to}",\n  "reps": {\n${reps}\n  }\n}\n`;
}

function repJson({ beat, month }: LaidOutBeat): string {
  const days = month.days.map(({ day }, d) => {
    const ids = month.rounds[d]?.map((stop) => beat.customers[stop - 1]?.id ?? '') ?? [];
    return `        "${formatDay(day)}": ${JSON.stringify(ids)}`;
  });
  return `{\n      "load": ${round(month.load, 3)},\n      "days": {\n${days.join(',\n')}\n      }\n    }`;
}
