import { z } from 'zod';
import { formatDay, parseDay } from '../../domain/calendar.ts';
import { type Finding, type PlacedValue, refuse } from '../../kernel/finding.ts';
import { objectOf, parsedText, rejectValue } from '../../contract/reading/field-schemas.ts';
import { territoryErrors } from '../../contract/territory/errors.ts';
import type { PlanRecord } from '../../service/plan-record.ts';
import { httpErrors } from '../errors.ts';

const expecting = (expected: string) => (placed: PlacedValue) => httpErrors.requestInvalid({ ...placed, expected });

/** Longest parameter or header, in characters. */
const LONGEST = 200;

/** A text of a parameter or header: neither empty nor too long. */
export const shortText = z.string().transform((written, context): string => {
  if (written.length >= 1 && written.length <= LONGEST) return written;
  return rejectValue(context, ({ value, ...placed }) =>
    httpErrors.requestInvalid({ ...placed, value: String(value).slice(0, 40), expected: `a text of 1 to ${LONGEST} characters` }),
  );
});

/** A plan's id, in the path. */
export const planPath = objectOf({
  id: shortText.meta({ description: 'Id of the plan', example: '018f0000-0000-4000-8000-000000000000' }),
});

/** A day as an ISO date. */
const isoDay = parsedText((written) => {
  const day = parseDay(written);
  return day === null ? null : formatDay(day);
}, expecting('a date, such as 2026-12-07'))
  .optional()
  .meta({ format: 'date' });

/** The days of a plan to return. */
export const dayQuery = objectOf({
  rep: shortText.optional().meta({ description: 'Days of this rep only' }),
  from: isoDay.meta({ description: 'Days from this one on' }),
  to: isoDay.meta({ description: 'Days up to this one' }),
});

/** Refuses days that end before they begin, and a rep whom the plan does not have. */
export function checkDays({ reps }: Pick<PlanRecord, 'reps'>, { rep, from, to }: WantedDays): void {
  const findings: Finding[] = [];
  if (rep !== undefined && !reps.includes(rep))
    findings.push(territoryErrors.repUnknown({ at: { file: 'query', pointer: '/rep' }, value: rep, choices: reps }));
  if (from !== undefined && to !== undefined && from > to)
    findings.push(httpErrors.requestInvalid({ at: { file: 'query', pointer: '/to' }, value: to, expected: `a day on or after ${from}` }));
  refuse(findings);
}

/** The days to return; all without parameters. */
export type WantedDays = z.output<typeof dayQuery>;

const wholeNumber = (most: number) => (written: string) => {
  const number = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  return number >= 1 && number <= most ? number : null;
};

/** Usual and largest number of entries on a page. */
const [USUAL_PAGE, LONGEST_PAGE] = [50, 500];

/** Which part of a list is wanted. */
export const pageQuery = objectOf({
  limit: parsedText(wholeNumber(LONGEST_PAGE), expecting(`a whole number from 1 to ${LONGEST_PAGE}`))
    .optional()
    .meta({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: `Entries of a page; ${USUAL_PAGE} by default` }),
  after: parsedText((written) => (/^\d{1,9}$/.test(written) ? Number(written) : null), expecting('the "after" of a page before'))
    .optional()
    .meta({ pattern: '^[0-9]{1,9}$', description: 'How many entries to pass over; `next` of the page before says it' }),
});

/** The part of a list: how many entries after how many. */
export const partWanted = ({ limit = USUAL_PAGE, after = 0 }: z.output<typeof pageQuery>) => ({ limit, after });

/** The rep whose days to return. */
export const repQuery = objectOf({ rep: shortText.optional().meta({ description: 'Days of this rep only' }) });

/** The language of the answer. */
export const languageQuery = objectOf({
  language: z.enum(['en', 'zh']).default('en').meta({ description: 'English or Simplified Chinese' }),
});
