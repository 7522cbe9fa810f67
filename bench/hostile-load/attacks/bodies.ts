import type { Attack } from './attack.ts';
import { withFile } from '../bodies.ts';
import type { Caller } from '../caller.ts';
import { smallRequest } from '../small-request.ts';

const plans = (body: Uint8Array | string) => ({ path: '/v1/plans', body });

/** Bodies that cost much to read, or hold what nobody would write. */
export const bodyAttacks: readonly Attack[] = [
  {
    kind: 'ten million empty objects',
    weight: 1,
    run: (caller, bodies) =>
      caller.send('ten million empty objects', plans(bodies.emptyObjects(caller.oneOf(['root', 'customers', 'files'])))),
  },
  { kind: '200,000 bad rows', weight: 1, run: (caller, bodies) => caller.send('200,000 bad rows', plans(bodies.badRows())) },
  {
    kind: 'adversarial cells',
    weight: 3,
    run: (caller, bodies) => caller.send('adversarial cells', plans(bodies.hours(caller.oneOf(['spaces', 'ranges', 'commas'])))),
  },
  { kind: 'closures', weight: 1, run: (caller, bodies) => caller.send('closures', plans(bodies.closures())) },
  { kind: 'deep nesting', weight: 2, run: (caller, bodies) => caller.send('deep nesting', plans(bodies.nested())) },
  { kind: 'numbers beyond reason', weight: 4, run: (caller) => caller.send('numbers beyond reason', plans(beyondReason(caller))) },
  { kind: 'control characters', weight: 3, run: (caller) => caller.send('control characters', plans(controlled(caller))) },
  {
    kind: 'known cases',
    weight: 3,
    run: async (caller, bodies) => {
      const [first, ...others] = bodies.cases;
      if (first !== undefined) await caller.send('known cases', plans(bodies.ofCase(caller.oneOf([first, ...others]))));
    },
  },
  {
    kind: 'evaluations of junk',
    weight: 3,
    run: async (caller, bodies) => {
      const junk = { ...smallRequest(1), plan: { days: [{ rep: 'r1', day: '9999-12-31', stops: [{}, null, -1, 'x'] }], cost: 1e308 } };
      const { files } = smallRequest(1);
      const body = caller.oneOf([
        JSON.stringify(junk),
        JSON.stringify({ files, plan: { days: Array.from({ length: 20_000 }, () => ({ rep: 'r1', day: '2026-12-08', stops: [] })) } }),
        '{"plan":[]}',
        '{',
        '\u0000\uFFFD',
        bodies.nested(),
      ]);
      await caller.send('evaluations of junk', { path: '/v1/evaluations', body });
    },
  },
];

const NUMBERS = ['1e400', '-1', '2147483648', '9007199254740993', '1e-320', '999999999999999999999999', '0.1', 'null'] as const;
const DATES = ['9999-12-31', '1900-01-01', '0001-01-01', '+275760-09-13', '2026-02-30', '-271821-04-20'] as const;
const DURATIONS = ['P9999Y', 'PT9999999999S', 'PT0S', '-PT1S', 'P1D', 'PT1E9S'] as const;

/** The small request with one value that is beyond reason. */
function beyondReason(caller: Caller): string {
  const [number, date, duration] = [caller.oneOf(NUMBERS), caller.oneOf(DATES), caller.oneOf(DURATIONS)];
  const rest = JSON.stringify(smallRequest(caller.random.below(1000))).slice(1);
  const priced = withFile('territory.json', (text) =>
    JSON.stringify({
      ...JSON.parse(text),
      policy: { extends: 'tobacco', id: 'x', rules: [{ rule: 'customer/spacing', price: duration }] },
    }),
  );
  return caller.oneOf([
    `{"days":${number},${rest.replace(/"days":1,/, '')}`,
    `{${rest.replace(/"seed":\d+/, `"seed":${number}`)}`,
    `{${rest.replace(/"work":\d+/, `"work":${number}`)}`,
    `{${rest.replace(/"from":"[^"]*"/, `"from":"${date}"`)}`,
    `{"to":"${date}",${rest.replace(/"days":1,/, '')}`,
    `{${rest.replace(/"work":\d+/, `"time":"${duration}"`)}`,
    JSON.stringify(priced),
    JSON.stringify(withFile('history.csv', (text) => `${text}\nh1,${date},r1`)),
    JSON.stringify(withFile('customers.csv', (text) => text.replace('32.455', number))),
  ]);
}

const CONTROLS = ['\u0000', '\u0007', '\u001B[2J', '\r\nBEGIN:VEVENT', '\n', '\u0085', '\u2028', '\u202E', '\uFEFF', '\uD800'] as const;

/** The small request with a control character in a name, an id or a cell. */
function controlled(caller: Caller): string {
  const control = caller.oneOf(CONTROLS);
  const request = caller.oneOf([
    withFile('territory.json', (text) => JSON.stringify({ ...JSON.parse(text), name: `North${control}team` })),
    withFile('territory.json', (text) => JSON.stringify({ ...JSON.parse(text), id: `north${control}` })),
    withFile('customers.csv', (text) => text.replace('Shop 3', `"Shop${control}3"`)),
    withFile('customers.csv', (text) => text.replace('h4,', `h${control}4,`)),
    withFile('reps.csv', (text) => text.replace('r1,', `"r${control}1",`)),
  ]);
  return JSON.stringify(request);
}
