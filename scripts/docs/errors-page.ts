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

All findings of an input are reported together. Each finding has a code that never changes, a place (file, row and column of
a table, or a JSON pointer), the value at that place, and a hint on what to do:

\`\`\`
customers.csv:14 tier: There is no such tier (D). Use one of: A, B, C.
\`\`\`

Rows count as in a spreadsheet: the headings are row 1. With \`--json\`, findings are printed as a list of
\`{ code, kind, at: { file, row, column, pointer }, message, value, hint }\`.`;

const httpIntroduction = `# Over HTTP

The service answers a request with findings with a problem (RFC 9457). Its \`errors\` are the findings above. A place in the
body is a JSON pointer such as \`/territory/customers/3/lat\`; a place in a file of the body is \`/files/customers.csv\` with
\`row\` and \`column\`. Requests have these errors, too:`;

const MEANINGS: Readonly<Record<ErrorKind, string>> = {
  invalid: 'a value cannot be used',
  missing: 'something required is not there',
  conflict: 'two values contradict each other',
  unavailable: 'something outside the input does not work, such as a disk',
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
