import { z } from 'zod';
import { errorCatalogue } from '../../kernel/errors.ts';
import { type Finding, type Place, formatFinding } from '../../kernel/finding.ts';
import { serviceCatalogue } from '../../kernel/service-errors.ts';
import { REQUEST } from './request-body.ts';

const ProblemError = z.strictObject({
  code: z.string().meta({ description: 'Stable; see docs/errors.md' }),
  in: z.enum(['body', 'path', 'query', 'header']),
  pointer: z.string().meta({ description: 'JSON pointer (RFC 6901) to what is wrong' }),
  row: z.int().optional().meta({ description: 'Row of the table that the pointer names; the headings are row 1' }),
  column: z.string().optional().meta({ description: "Heading of the table's column" }),
  within: z.string().optional().meta({ description: 'JSON pointer within the file that the pointer names' }),
  message: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  hint: z.string().meta({ description: 'What to do, in a sentence' }),
});

/** Why a request failed (RFC 9457), with everything that was found wrong with it. */
export const ProblemDocument = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'The code of all errors, or SEVERAL where they differ' }),
    detail: z.string(),
    instance: z.string().optional().meta({ description: 'Id of the request, as in the log' }),
    errors: z.array(ProblemError).min(1),
  })
  .meta({ id: 'Problem' });

/** A problem as plain JSON. */
export type ProblemDocument = z.output<typeof ProblemDocument>;

/** Findings that are not about what is sent, and so have a status of their own. */
const STATUSES: Readonly<Record<string, number>> = {
  REQUEST_MALFORMED: 400,
  JSON_MALFORMED: 400,
  BODY_NOT_UTF8: 400,
  TOO_DEEP: 400,
  TOKEN_WRONG: 401,
  ROUTE_UNKNOWN: 404,
  PLAN_UNKNOWN: 404,
  METHOD_UNKNOWN: 405,
  PLAN_NOT_READY: 409,
  SEARCH_CANCELLED: 409,
  SEARCH_OUT_OF_MEMORY: 409,
  SEARCH_FAILED: 409,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_UNKNOWN: 415,
  HOST_UNKNOWN: 421,
  INTERNAL: 500,
  QUEUE_FULL: 503,
  SERVICE_CLOSING: 503,
};

/** What a request that cannot be understood in content gets, and one with several kinds of findings. */
const UNPROCESSABLE = 422;

const TITLES = new Map([...errorCatalogue, ...serviceCatalogue].map(({ code, title }) => [code, title]));

/** All findings of a request as one problem; there is at least one. */
export function problemOf(findings: readonly Finding[], instance?: string): ProblemDocument {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const statuses = [...new Set(findings.map(statusOf))];
  const code = codes.length === 1 ? (codes[0] ?? '') : 'SEVERAL';
  const [first, ...others] = findings;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  return {
    type: `urn:beatplan:problem:${code}`,
    title: TITLES.get(code) ?? 'Several things are wrong',
    status: statuses.length === 1 ? (statuses[0] ?? UNPROCESSABLE) : UNPROCESSABLE,
    code,
    detail: first === undefined ? '' : `${formatFinding(first)}${more}`,
    ...(instance === undefined ? {} : { instance }),
    errors: findings.map(errorOf),
  };
}

/** What the path names and is not there was not found. */
const statusOf = ({ code, at }: Finding): number => STATUSES[code] ?? (at.file === 'path' ? 404 : UNPROCESSABLE);

function errorOf({ code, at, message, value, hint }: Finding): ProblemDocument['errors'][number] {
  return { code, ...placeIn(at), message, ...(value === undefined ? {} : { value }), hint };
}

/** Where a finding is in the request: in a part of it, or in a file that came in its body. */
function placeIn({ file, row, column, pointer = '' }: Place): Pick<ProblemDocument['errors'][number], 'in' | 'pointer'> {
  if (file === REQUEST) return { in: 'body', pointer, ...inTable({ row, column }) };
  if (file === 'path' || file === 'query' || file === 'header') return { in: file, pointer };
  const escaped = file.replaceAll('~', '~0').replaceAll('/', '~1');
  return { in: 'body', pointer: `/files/${escaped}`, ...inTable({ row, column }), ...(pointer === '' ? {} : { within: pointer }) };
}

const inTable = ({ row, column }: { readonly row: number | undefined; readonly column: string | undefined }) => ({
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
});
