import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import { readEarlierPlan, readEarlierTables } from '../../contract/plan/read-earlier-plan.ts';
import { fileErrors } from '../../contract/reading/file-errors.ts';
import { Findings } from '../../contract/reading/findings.ts';
import { readJson } from '../../contract/reading/read-json.ts';
import type { EarlierPlan } from '../../domain/reports/report.ts';
import type { Territory } from '../../domain/territory.ts';
import { refuse } from '../../kernel/finding.ts';
import { stopSheet, visitPlanSheet } from '../../domain/reports/report.ts';
import { isMissing, orRefuse, readBytes, readText } from '../files/read-text.ts';
import { readSheets } from '../files/read-workbook.ts';

/** The earlier plans of a command, as written. */
export interface AfterFlags {
  readonly after: readonly string[];
}

/** Adds the option that names earlier plans. */
export const addAfterOption = (command: Command): Command =>
  command.option(
    '--after <plan>',
    'an earlier plan, as plan.json, plan.csv, plan.xlsx or output folder; its visits count as made unless its reports say otherwise, and those still to come are kept; may be repeated',
    (path: string, before: readonly string[]) => [...before, path],
    [],
  );

/** Reads the earlier plans at the paths. */
export async function readAfter({ after }: AfterFlags, territory: Territory): Promise<readonly EarlierPlan[]> {
  const findings = new Findings();
  const plans: EarlierPlan[] = [];
  for (const path of after) {
    const plan = await readPlanAt(path, { territory, findings });
    if (plan !== null) plans.push(plan);
  }
  findings.refuse();
  return plans;
}

/** Reads the plan of a file, or of the document in the folder that is named. */
async function readPlanAt(path: string, reading: Parameters<typeof readEarlierPlan>[1]): Promise<EarlierPlan | null> {
  try {
    const isFolder = (await orRefuse({ file: path }, () => stat(path))).isDirectory();
    return await readPlanFile(isFolder ? join(path, 'plan.json') : path, reading);
  } catch (error) {
    if (isMissing(error)) {
      const advice = 'Name the plan.json, plan.csv, plan.xlsx or the output folder of a plan.';
      refuse([fileErrors.fileMissing({ at: { file: path }, advice })]);
    }
    throw error;
  }
}

async function readPlanFile(path: string, reading: Parameters<typeof readEarlierPlan>[1]): Promise<EarlierPlan | null> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return readEarlierTables([{ file: path, text: await readText(path, path, { zone: reading.territory.timeZone }) }], reading);
    case '.xlsx': {
      const sheets = await readSheets(await readBytes(path, path), path);
      const own = sheets.filter(({ sheet }) => Object.values(visitPlanSheet).some((name) => sheet.startsWith(name)));
      // A workbook of a plan without visits has no visit plans: its sheet of stops says so.
      const stops = sheets.filter(({ sheet }) => Object.values(stopSheet).some((name) => sheet === name));
      return readEarlierTables([own, stops, sheets.slice(0, 1)].find((some) => some.length > 0) ?? [], reading);
    }
    default: {
      const source = readJson(path, await readText(path, path), reading.findings);
      return source === null ? null : readEarlierPlan(source, reading);
    }
  }
}
