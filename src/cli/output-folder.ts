import { constants } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cliErrors } from './errors.ts';
import { PlanningError } from '../kernel/finding.ts';

/** Makes a folder for results and sees that it takes files, before any work is done for them. */
export async function prepareFolder(folder: string): Promise<void> {
  await orRefuse(folder, async () => {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  });
}

/** Writes files by path within the folder, and gives their whole paths. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await orRefuse(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    });
    paths.push(path);
  }
  return paths;
}

async function orRefuse(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new PlanningError([cliErrors.outputUnwritable({ at: { file: path }, problem })]);
  }
}
