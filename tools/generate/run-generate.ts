import { Command, CommanderError } from 'commander';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { numberOption, wholeNumber } from '../../src/cli/options/option-values.ts';
import { prepareFolder, writeFiles } from '../../src/cli/output/output-folder.ts';
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

const ABOUT = `Writes a made-up territory to try beatplan with: customers, reps, a history, and the tobacco policy.
Reps work in town and in the country in turn, each with customers of their own. The README in the folder describes it.
The same options write the same files. It takes some seconds for each rep.`;

const EXAMPLES = `
Examples:
  npm run generate -- riverside -o riverside
  npm run generate -- large -o large --seed 7 --customers 2000 --reps 10

Then plan a week or the month of December 2026, for which the history is made:
  node bin/beatplan.mjs validate riverside
  node bin/beatplan.mjs plan riverside --from 2026-12-07 --days 5 --time 10s`;

const program = new Command('npm run generate --')
  .description(ABOUT)
  .argument('<name>', "the territory's id and name")
  .requiredOption('-o, --output <folder>', 'folder for the files; made if it does not exist')
  .addOption(numberOption('--seed <n>', 'whole number; another seed makes another territory', '1'))
  .option('--customers <n>', 'number of customers, 20 to 400 for each rep (default: 250 for each rep)')
  .option('--reps <n>', 'number of reps (default: one for every 250 customers)')
  .addHelpText('after', EXAMPLES)
  .showHelpAfterError('More: npm run generate -- --help')
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
  const options = { name, seed, ...count('customers'), ...count('reps') };
  findings.refuse();
  const spec = specFor(options);
  await prepareFolder(flags.output);
  const paths = await writeFiles(flags.output, generateTerritory(spec).files);
  console.log(paths.map((path) => `Written: ${path}`).join('\n'));
}

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already printed what is wrong with an option.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  else process.exitCode = reportFailure(error, { json: false });
}
