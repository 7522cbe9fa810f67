import { join } from 'node:path';
import { type Ended, runScript } from '../../cli/beatplan.ts';

const script = join(import.meta.dirname, '../../../tools/generate/run-generate.ts');

/** Runs `npm run generate` in a folder. */
export const generate = (args: readonly string[], cwd?: string): Promise<Ended> => runScript(script, args, cwd);
