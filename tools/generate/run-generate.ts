import { Command, CommanderError } from 'commander';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { numberOption, wholeNumber } from '../../src/cli/option-values.ts';
import { writeFiles } from '../../src/cli/output-folder.ts';
import { reportFailure } from '../../src/cli/report.ts';
import { Findings } from '../../src/contract/reading/findings.ts';
import { generateTerritory } from './generate-territory.ts';
import { specFor } from './spec-for.ts';

interface GenerateFlags {
  readonly output: string;
  readonly seed: string;
  readonly customers?: string;
  readonly reps?: string;
}

const EXAMPLES = `
Examples:
  npm run generate -- riverside -o riverside
  npm run generate -- large -o large --seed 7 --customers 2000 --reps 10`;

// Writes a made-up territory, to try things on.
const program = new Command('generate')
  .description('Writes a made-up territory with customers, reps and history, to try things on. The same seed gives the same files.')
  .argument('<name>', "the territory's id")
  .requiredOption('-o, --output <folder>', 'where to write it')
  .addOption(numberOption('--seed <n>', 'another seed gives another territory', '1'))
  .option('--customers <n>', 'how many customers')
  .option('--reps <n>', 'how many reps')
  .addHelpText('after', EXAMPLES)
  .exitOverride()
  .action(write);

async function write(name: string, flags: GenerateFlags): Promise<void> {
  const findings = new Findings();
  const count = (option: 'customers' | 'reps') => {
    const written = flags[option];
    const number = written === undefined ? null : wholeNumber({ name: `--${option}`, written }, 1, findings);
    return number === null ? {} : { [option]: number };
  };
  const seed = wholeNumber({ name: '--seed', written: flags.seed }, 0, findings) ?? 1;
  const wish = { name, seed, ...count('customers'), ...count('reps') };
  findings.refuse();
  const written = await writeFiles(flags.output, generateTerritory(specFor(wish)).files);
  console.log(written.map((path) => `Written: ${path}`).join('\n'));
}

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already printed what is wrong with an option.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  else process.exitCode = reportFailure(error, { json: false });
}
