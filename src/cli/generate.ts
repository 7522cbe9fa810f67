import type { Command } from 'commander';
import { Findings } from '../contract/findings.ts';
import { exitCodes } from './exit-codes.ts';
import { numberOption, wholeNumber } from './option-values.ts';
import { writeFiles } from './output-folder.ts';
import type { Verbs } from './verbs.ts';

interface GenerateFlags {
  readonly output: string;
  readonly seed: string;
  readonly customers?: string;
  readonly reps?: string;
}

const EXAMPLES = `
Examples:
  beatplan generate riverside -o riverside
  beatplan generate large -o large --seed 7 --customers 2000 --reps 10`;

/** Adds the command that writes a made-up territory. */
export function addGenerate(program: Command, verbs: Verbs, end: (code: number) => void): void {
  program
    .command('generate')
    .summary('write a made-up territory')
    .description('Writes a made-up territory with customers, reps and history, to try things on. The same seed gives the same files.')
    .argument('<name>', "the territory's id")
    .requiredOption('-o, --output <folder>', 'where to write it')
    .addOption(numberOption('--seed <n>', 'another seed gives another territory', '1'))
    .option('--customers <n>', 'how many customers')
    .option('--reps <n>', 'how many reps')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, flags: GenerateFlags) => {
      const findings = new Findings();
      const count = (option: 'customers' | 'reps') => {
        const written = flags[option];
        const number = written === undefined ? null : wholeNumber({ name: `--${option}`, written }, 1, findings);
        return number === null ? {} : { [option]: number };
      };
      const wish = {
        name,
        seed: wholeNumber({ name: '--seed', written: flags.seed }, 0, findings) ?? 1,
        ...count('customers'),
        ...count('reps'),
      };
      findings.refuse();
      const files = await verbs.generate(wish);
      const written = await writeFiles(flags.output, files);
      console.log(written.map((path) => `Written: ${path}`).join('\n'));
      end(exitCodes.done);
    });
}
