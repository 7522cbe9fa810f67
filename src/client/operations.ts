/** Method and path of every operation of the client, as the OpenAPI document has them. */
export const operations = {
  requestPlan: ['POST', '/v1/plans'],
  plans: ['GET', '/v1/plans'],
  plan: ['GET', '/v1/plans/{id}'],
  status: ['GET', '/v1/plans/{id}/solve'],
  stop: ['DELETE', '/v1/plans/{id}/solve'],
  events: ['GET', '/v1/plans/{id}/events'],
  days: ['GET', '/v1/plans/{id}/days'],
  unserved: ['GET', '/v1/plans/{id}/unserved'],
  explanation: ['GET', '/v1/plans/{id}/explanation'],
  html: ['GET', '/v1/plans/{id}.html'],
  csv: ['GET', '/v1/plans/{id}.csv'],
  xlsx: ['GET', '/v1/plans/{id}.xlsx'],
  ics: ['GET', '/v1/plans/{id}.ics'],
  geojson: ['GET', '/v1/plans/{id}.geojson'],
  txt: ['GET', '/v1/plans/{id}.txt'],
  evaluate: ['POST', '/v1/evaluations'],
  policies: ['GET', '/v1/policies'],
  policy: ['GET', '/v1/policies/{id}'],
  rules: ['GET', '/v1/rules'],
  health: ['GET', '/health'],
  ready: ['GET', '/ready'],
  metrics: ['GET', '/metrics'],
} as const;

/** The name of an address. */
export type Operation = keyof typeof operations;

/** The path of an operation with its parameters and query. */
export function pathOf(operation: Operation, { id, query = {} }: Parameters): string {
  const [, template] = operations[operation];
  const path = id === undefined ? template : template.replace('{id}', encodeURIComponent(id));
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Parameters of a path and its query. */
export interface Parameters {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
}
