import type { CatalogueEntry, ErrorKind } from '../../src/kernel/finding.ts';
import { type ErrorCatalogue, errorCatalogues } from './error-catalogues.ts';

/** docs/errors.md: every finding that a caller can act on, with when it happens. */
export function errorsPage(): string {
  const [shared, overHttp] = [false, true].map((isOverHttp) =>
    errorCatalogues.filter((one) => one.overHttp === isOverHttp).flatMap(chapter),
  );
  const parts = [introduction, kindTable(), ...(shared ?? []), httpIntroduction, ...(overHttp ?? [])];
  return `${parts.join('\n\n')}\n`;
}

const introduction = `# Errors

<!-- Written by "npm run docs" from the catalogues that scripts/docs/error-catalogues.ts lists. Change them, not this file. -->

All that is wrong with an input is told at once. Each finding has a code that stays the same, the place (file, row and
column of a table, or a JSON pointer), the value found there, and a hint on what to do:

\`\`\`
customers.csv:14 tier: There is no such tier (D). Use one of: A, B, C.
\`\`\`

Rows count as in a spreadsheet: the headings are row 1. With \`--json\` the same comes as a list of
\`{ code, kind, at: { file, row, column, pointer }, message, value, hint }\`.`;

const httpIntroduction = `# Over HTTP

The service answers a request that it cannot serve with a problem (RFC 9457). Its \`errors\` are the findings above: a place in
the body is a JSON pointer such as \`/territory/customers/3/lat\`, one in a file of the body \`/files/customers.csv\` with \`row\` and
\`column\`. These come on top:`;

const MEANINGS: Readonly<Record<ErrorKind, string>> = {
  invalid: 'what was given cannot be used as it is',
  missing: 'something that is needed was not given',
  conflict: 'two things that were given exclude each other',
  unavailable: 'something outside, such as a disk, does not answer',
};

function kindTable(): string {
  const rows = Object.entries(MEANINGS).map(([kind, meaning]) => `| \`${kind}\` | ${meaning} |`);
  return ['| Kind | Meaning |', '| --- | --- |', ...rows].join('\n');
}

const chapter = ({ title, path, errors }: ErrorCatalogue): readonly string[] => [
  `## ${title}`,
  `From \`${path}\`.`,
  ...Object.values(errors).map(section),
];

const section = ({ code, kind, title, when }: CatalogueEntry): string => `### ${code}

**${title}** · \`${kind}\`

${when}`;
