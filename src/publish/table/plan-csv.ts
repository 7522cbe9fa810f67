import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../kernel/text.ts';
import { planRows } from './plan-rows.ts';
import type { PublishedPlan } from '../published-plan.ts';

/**
 * The plan as a table for spreadsheets. Opens with a byte order mark, without which spreadsheets take Chinese for something
 * else; a cell that would be run as a formula is escaped.
 */
export const planCsv = (published: PublishedPlan, language: Language): string =>
  stringify([...planRows(published, language)], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
