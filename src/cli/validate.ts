import type { Command } from 'commander';
import { readTerritory } from '../contract/read-territory.ts';
import { territorySummary } from '../contract/territory-summary.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { readFiles } from './read-files.ts';

interface ValidateFlags {
  readonly policy?: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  beatplan validate fixtures/tobacco
  beatplan validate my-territory.json --policy tobacco --json
${exitCodesHelp}`;

/** Adds the command that reads a territory and tells all that is wrong with it, or what is in it. */
export function addValidate(program: Command, end: (code: number) => void): void {
  program
    .command('validate')
    .summary('check the files of a territory')
    .description('Reads a territory and lists all that is wrong with it, each with file, row and column; or says what is there.')
    .argument('<territory>', 'a folder with territory.json, customers.csv and reps.csv, or one JSON file')
    .option('--policy <preset>', "a preset to check with instead of the territory's own policy")
    .option('--json', 'print findings or facts as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, { policy, json }: ValidateFlags) => {
      const territory = readTerritory(await readFiles(path), policy === undefined ? {} : { policy });
      const summary = territorySummary(territory);
      const lines = summary.map(({ fact, told }) => `${`${fact}:`.padEnd(11)} ${told}`);
      const facts = Object.fromEntries(summary.map(({ fact, told }) => [fact.toLowerCase(), told]));
      console.log(json === true ? JSON.stringify({ findings: [], facts }, null, 2) : ['No findings.', ...lines].join('\n'));
      end(exitCodes.done);
    });
}
