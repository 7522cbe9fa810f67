// A program of somebody who uses no package of ours: types from the OpenAPI document, and `fetch`. Its arguments are the address of
// the service and the folder of a territory.
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { components, paths } from './service.ts';

const [, , url = '', folder = ''] = process.argv;
const client = createClient<paths>({ baseUrl: url });

const names = ['territory.json', 'customers.csv', 'reps.csv'];
const files = Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
const requested = await client.POST('/v1/plans', { body: { files, from: '2026-12-07', days: 5, time: 'PT1S' } });
const id = requested.response.headers.get('location')?.split('/').at(-1);
if (id === undefined) throw new Error(summaryOf(requested.error));

for (;;) {
  const { data, error } = await client.GET('/v1/plans/{id}/solve', { params: { path: { id } } });
  if (data === undefined) throw new Error(summaryOf(error));
  if (data.state === 'done') break;
  if (data.state === 'failed') throw new Error(summaryOf(data.problem));
  await setTimeout(200);
}

const { data, error } = await client.GET('/v1/plans/{id}', { params: { path: { id } } });
if (data === undefined || !('plan' in data)) throw new Error(summaryOf(error));
for (const { rep, day, stops } of data.plan.days) {
  for (const stop of stops) if (stop.type === 'visit') console.log(rep, day, stop.start, stop.name);
}

function summaryOf(problem: components['schemas']['Problem'] | undefined): string {
  if (problem === undefined) return 'There is no plan.';
  return [problem.title, ...(problem.errors ?? []).map(({ code, pointer, hint }) => `${code} ${pointer} ${hint}`)].join('\n');
}
