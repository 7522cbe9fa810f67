import type { ProblemDocument } from '../contract/service/problem-document.ts';
import { REQUEST } from '../contract/service/request-body.ts';
import { type Finding, type Place, formatFinding } from '../kernel/finding.ts';
import { planErrors } from '../service/errors.ts';
import { httpErrors } from './errors.ts';

/** The HTTP status by code; other findings are about the content of the request. */
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
  TOO_MANY_VALUES: 413,
  TASK_TOO_HEAVY: 413,
  MEDIA_TYPE_UNKNOWN: 415,
  ENCODING_UNSUPPORTED: 415,
  HOST_UNKNOWN: 421,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  QUEUE_FULL: 503,
  SERVICE_CLOSING: 503,
};

/** The status of findings in the content, and of findings with different statuses. */
const UNPROCESSABLE = 422;

const TITLES = new Map([...planErrors, ...Object.values(httpErrors)].map(({ code, title }) => [code, title]));

/** One problem document for all findings of a request. At least one finding is expected. */
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

/** A finding in the path names something that does not exist: 404. */
const statusOf = ({ code, at }: Finding): number => STATUSES[code] ?? (at.file === 'path' ? 404 : UNPROCESSABLE);

function errorOf({ code, at, message, value, hint }: Finding): ProblemDocument['errors'][number] {
  return { code, ...placeIn(at), message, ...(value === undefined ? {} : { value }), hint };
}

/** The place of a finding in the request: in one of its parts, or in a file of its body. */
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
