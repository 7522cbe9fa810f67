import { Command, CommanderError } from 'commander';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { addExplain } from './explain.ts';
import { addInit } from './init.ts';
import { addPlan } from './plan.ts';
import { reportFailure } from './report.ts';
import { addRules } from './rules.ts';
import { addServe } from './serve.ts';
import { addValidate } from './validate.ts';
import type { Verbs } from './verbs.ts';
import { visibleLines } from '../kernel/control-characters.ts';
import { version } from '../app/version.ts';

const EXAMPLES = `
Examples:
  beatplan init riverside
  beatplan validate fixtures/tobacco
  beatplan plan fixtures/tobacco --from 2026-12-07 --days 5 --output out
  beatplan serve fixtures/tobacco --from 2026-12-07 --days 5
  beatplan help plan
${exitCodesHelp(['done', 'bug', 'badInput', 'requiredUnserved', 'outputFailed', 'interrupted'])}`;

/** Runs the command line and gives its exit code. Prints; throws nothing. */
export async function runCli(args: readonly string[], verbs: Verbs): Promise<number> {
  let code: number = exitCodes.done;
  const end = (ended: number) => {
    code = ended;
  };
  try {
    await createProgram(verbs, end).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has already printed what is wrong with a command or option.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
    return reportFailure(error, { json: args.includes('--json') });
  }
}

function createProgram(verbs: Verbs, end: (code: number) => void): Command {
  const program = new Command('beatplan')
    .description('Plans field visits: who visits whom, on which day, in which order, at what time and by what transport.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .showHelpAfterError('"beatplan help" lists the commands, "beatplan help plan" explains one.')
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(visibleLines(text)) })
    .addHelpText('after', EXAMPLES);
  addInit(program, end);
  addPlan(program, verbs, end);
  addExplain(program, verbs, end);
  addValidate(program, verbs, end);
  addServe(program, verbs, end);
  addRules(program, end);
  return program;
}
