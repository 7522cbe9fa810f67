import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { checkHorizon } from '../contract/territory/check-horizon.ts';
import { Findings } from '../contract/reading/findings.ts';
import { formatDay } from '../domain/calendar.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { type HorizonOptions, addHorizonOptions, readHorizon } from './options/horizon-options.ts';
import { type TravelFlags, addTravelOptions, readTravelSources } from './options/travel-options.ts';
import { endSignal } from './interruption.ts';
import { numberOption, timeBudget, wholeNumber } from './options/option-values.ts';
import { readFiles } from './files/read-files.ts';
import { TOKEN_VARIABLE, readToken } from './service-token.ts';
import { readTerritoryAt, territoryArgument } from './territory-argument.ts';
import type { Service, ServiceSettings, Verbs } from './verbs.ts';
import { cliErrors } from './errors.ts';
import { valueErrors } from '../contract/reading/value-errors.ts';
import { PlanningError } from '../kernel/finding.ts';

/** The options of `serve` as written. */
interface ServeFlags extends HorizonOptions, TravelFlags {
  readonly time: string;
  readonly seed: string;
  readonly host: string;
  readonly port: string;
  readonly name: readonly string[];
  readonly searches: string;
  readonly workers: string;
  readonly waiting: string;
  readonly kept: string;
  readonly memory: string;
  readonly longest: string;
  readonly grace: string;
  readonly log?: string;
  readonly json?: true;
}

const HIGHEST_PORT = 65_535;
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];

const EXAMPLES = `
Other machines are served only with a token of 16 or more characters, in the environment variable BEATPLAN_TOKEN. An empty
one is no token.

Examples:
  beatplan serve
  beatplan serve fixtures/tobacco --from 2026-12-07 --days 5 --time 5s
  BEATPLAN_TOKEN=… beatplan serve --host 0.0.0.0 --port 80
${exitCodesHelp(['done', 'bug', 'badInput', 'interrupted'])}`;

/** Adds the command that serves plans over HTTP. */
export function addServe(program: Command, verbs: Verbs, end: (code: number) => void): void {
  const cores = availableParallelism();
  const command = program
    .command('serve')
    .summary('serve plans over HTTP')
    .description('Serves plans to other programs over HTTP, and shows the plan of a territory on its first page.')
    .argument('[territories...]', `shown and planned on the first page, the first of them at once: ${territoryArgument[1]}`)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(numberOption('--port <n>', 'port to listen on; 0 takes one that is free', '8080'))
    .option('--name <host>', 'a name that callers use for this service, such as plans.local; may be given several times', collect, [])
    .addOption(
      numberOption(
        '--searches <n>',
        'large plans searched at once; small ones are searched beside them',
        String(Math.max(1, Math.floor(cores / 2))),
      ),
    )
    .addOption(numberOption('--workers <n>', 'threads that search one plan', String(Math.min(2, cores))))
    .addOption(
      numberOption('--waiting <n>', 'large plans that may wait, and as many small ones; further requests are refused for now', '100'),
    )
    .addOption(numberOption('--kept <n>', 'plans that are kept once they have ended, and as many that failed', '200'))
    .addOption(numberOption('--memory <megabytes>', 'heap that one thread may take', '2048'))
    .option('--longest <time>', 'longest search that a caller may request', '10m')
    .option('--grace <time>', 'how long searches may take to end when the service is ended', '10s')
    .option('--log <level>', `${LOG_LEVELS.join(', ')} (default: warn on a terminal, else info)`);
  addTravelOptions(addHorizonOptions(command))
    .option('--time <time>', "how long to search the territory's plan", '10s')
    .addOption(numberOption('--seed <n>', 'another seed gives another, about equally good plan', '1'))
    .option('--json', 'print the address as JSON, for scripts that use a free port')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], flags: ServeFlags) => end(await serve(paths, flags, verbs)));
}

const collect = (name: string, names: readonly string[]): readonly string[] => [...names, name];

async function serve(paths: readonly string[], flags: ServeFlags, verbs: Verbs): Promise<number> {
  const signal = endSignal((message) => console.error(message));
  try {
    const started = await start(paths, flags, verbs);
    if (started === null) return exitCodes.badInput;
    const { service, samples, grace } = started;
    const ending = signal.received();
    const plan = await service.show(samples);
    const { url } = service;
    if (flags.json === true) console.log(JSON.stringify({ url, ...(plan === null ? {} : { plan: `${url}${plan}` }) }));
    else console.log([`beatplan serves plans on ${url}`, ...linesOf(url, plan), 'Ctrl-C ends it.'].join('\n'));
    await ending;
    await service.close(grace);
    return exitCodes.done;
  } finally {
    signal.ignore();
  }
}

/** Reads the samples and starts the service, or returns null after findings. */
async function start(paths: readonly string[], flags: ServeFlags, verbs: Verbs) {
  const findings = new Findings();
  const settings = settingsOf(flags, findings);
  const grace = timeBudget({ name: '--grace', written: flags.grace }, findings);
  const samples = await samplesAt(paths, flags, findings);
  findings.refuse();
  return settings === null || grace === null ? null : { service: await listening(settings, verbs), samples, grace };
}

/** The territories of the start page, by the names of their folders. */
async function samplesAt(paths: readonly string[], flags: ServeFlags, findings: Findings) {
  const samples: { readonly name: string; readonly request: Uint8Array }[] = [];
  for (const path of paths) {
    const request = await requestFor(path, flags, findings);
    if (request !== null) samples.push({ name: basename(path).replace(/\.(json|xlsx)$/, ''), request });
  }
  return samples;
}

/** The addresses of the service. */
const linesOf = (url: string, plan: string | null): readonly string[] => [
  ...(plan === null ? [] : [`  first page  ${url}/`, `  its plan    ${url}${plan}`]),
  `  API         ${url}/docs`,
];

async function listening(settings: ServiceSettings, verbs: Verbs): Promise<Service> {
  try {
    return await verbs.serve(settings);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    const problem = error.code === 'EADDRINUSE' ? 'another program does' : String(error.code);
    throw new PlanningError([cliErrors.addressUnusable({ at: { file: '--port' }, value: `${settings.host}:${settings.port}`, problem })]);
  }
}

/** The settings of the options, or null after findings. */
function settingsOf(flags: ServeFlags, findings: Findings): ServiceSettings | null {
  const number = (name: keyof ServeFlags, least: number) =>
    wholeNumber({ name: `--${name}`, written: String(flags[name]) }, least, findings);
  const { host, name: names, log = process.stdout.isTTY ? 'warn' : 'info' } = flags;
  const sources = readTravelSources(flags, findings);
  const token = readToken({ host, written: process.env[TOKEN_VARIABLE] }, findings);
  if (!LOG_LEVELS.includes(log))
    findings.report(valueErrors.choiceUnknown({ at: { file: '--log' }, value: log, what: 'level', choices: LOG_LEVELS }));
  const settings = {
    host,
    names,
    token,
    logLevel: log,
    port: number('port', 0),
    searches: number('searches', 1),
    workers: number('workers', 1),
    waiting: number('waiting', 1),
    kept: number('kept', 1),
    megabytes: number('memory', 64),
    longest: timeBudget({ name: '--longest', written: flags.longest }, findings),
  };
  if (settings.port !== null && settings.port > HIGHEST_PORT) {
    findings.report(valueErrors.outOfRange({ at: { file: '--port' }, value: settings.port, range: `at most ${HIGHEST_PORT}` }));
  }
  const { port, searches, workers, waiting, kept, megabytes, longest } = settings;
  if (port === null || searches === null || workers === null || waiting === null) return null;
  if (kept === null || megabytes === null || longest === null || sources === null) return null;
  return { ...settings, sources, port, searches, workers, waiting, kept, megabytes, longest };
}

/** The request for the plan of a territory, checked as `plan` checks it. */
async function requestFor(path: string, flags: ServeFlags, findings: Findings): Promise<Uint8Array | null> {
  const horizonIn = readHorizon(flags, findings);
  const seed = wholeNumber({ name: '--seed', written: flags.seed }, 0, findings);
  const time = timeBudget({ name: '--time', written: flags.time }, findings);
  if (horizonIn === null || seed === null || time === null) return null;
  const { territory } = await readTerritoryAt(path, {});
  const { horizon, at } = horizonIn(territory.timeZone);
  checkHorizon(territory, { horizon, at });
  const { files } = await readFiles(path);
  const days = { from: formatDay(horizon.first), to: formatDay(horizon.last) };
  const document = { files: filesFrom(files), ...days, seed, time: `PT${Math.ceil(time)}S` };
  return new TextEncoder().encode(JSON.stringify(document));
}

/** A territory in one file is its own document, whatever the file is called. */
function filesFrom(files: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const [first, ...others] = files;
  const isAlone = first !== undefined && !files.has('territory.json') && !files.has('customers.csv');
  return Object.fromEntries(isAlone ? [['territory.json', first[1]], ...others] : files);
}
