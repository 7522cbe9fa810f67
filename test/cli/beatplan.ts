import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The command as it lies in the repository. */
export const bin = fileURLToPath(new URL('../../bin/beatplan.mjs', import.meta.url));

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `beatplan` as people do, in a folder. */
export const beatplan = (args: readonly string[], cwd?: string): Promise<Ended> => runScript(bin, args, cwd);

/** Runs a script with Node in a folder. */
export function runScript(script: string, args: readonly string[], cwd: string = tmpdir()): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** Writes files by path into a new folder of their own, and gives its path; it goes when the test has finished. */
export async function folderOf(files: ReadonlyMap<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beatplan-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Runs a command of the shell in a folder; `$0` is Node and `$1` the command as it lies in the repository. */
export function shell(line: string, cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile('bash', ['-c', line, process.execPath, bin], { cwd, env: { ...env, NO_COLOR: '1' } }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
