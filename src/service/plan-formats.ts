import type { RepId } from '../kernel/ids.ts';
import type { Language } from '../kernel/text.ts';
import type { PublishedPlan } from '../publish/published-plan.ts';

/** How a plan is to be written. */
export interface FormatOptions {
  readonly language: Language;
  /** The rep whose days to write; null for all. Some formats ignore it. */
  readonly rep: RepId | null;
  /** When the plan was made. */
  readonly madeAt: Temporal.Instant;
}

/** A format of plans besides the document. */
export interface PlanFormat {
  readonly extension: string;
  readonly type: string;
  /** Description that follows "A plan as". */
  readonly about: string;
  /** Whether browsers keep it rather than show it. */
  readonly isKept: boolean;
  readonly isPerRep: boolean;
  readonly write: (published: PublishedPlan, options: FormatOptions) => Promise<string | Uint8Array>;
}

/** All formats. Their writers are loaded when needed. */
export const planFormats: readonly PlanFormat[] = [
  {
    extension: 'html',
    type: 'text/html; charset=utf-8',
    about: 'a page with a map, days, timetables and what is left out',
    isKept: false,
    isPerRep: true,
    write: async (published, { language, rep }) => {
      const pageOf = (id: RepId) => `?${new URLSearchParams({ rep: id, language }).toString()}`;
      return (await import('../publish/page/plan-page.ts')).planPage(published, { language, rep, pageOf });
    },
  },
  {
    extension: 'csv',
    type: 'text/csv; charset=utf-8',
    about: 'one row per stop, for spreadsheets',
    isKept: true,
    isPerRep: false,
    write: async (published, { language }) => (await import('../publish/table/plan-csv.ts')).planCsv(published, language),
  },
  {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    about: 'a workbook: overview, days, stops, unserved visits, and a visit plan for each rep to sign',
    isKept: true,
    isPerRep: false,
    write: async (published, { language }) => (await import('../publish/workbook/plan-workbook.ts')).planWorkbook(published, language),
  },
  {
    extension: 'ics',
    type: 'text/calendar; charset=utf-8',
    about: 'a calendar of visits, calls and duties',
    isKept: true,
    isPerRep: true,
    write: async (published, options) => (await import('../publish/calendar/plan-ics.ts')).planIcs(published, options),
  },
  {
    extension: 'geojson',
    type: 'application/geo+json',
    about: 'for maps: outline, routes, legs, stops',
    isKept: true,
    isPerRep: false,
    write: async (published) => JSON.stringify((await import('../publish/geojson/plan-geojson.ts')).planGeojson(published)),
  },
  {
    extension: 'txt',
    type: 'text/plain; charset=utf-8',
    about: 'day by day, for people',
    isKept: false,
    isPerRep: false,
    write: async (published, { language }) =>
      (await import('../publish/text/plan-text.ts')).planText(published, { language, details: true }),
  },
];
