import { isObject } from '../../contract/service/request-body.ts';

type Json = Readonly<Record<string, unknown>>;

const text = (description: string): Json => ({ description, schema: { type: 'string' } });

/** Headers of answers that follow from the status alone. */
const BY_STATUS: Readonly<Record<string, Json>> = {
  401: { 'WWW-Authenticate': text('`Bearer`') },
  503: { 'Retry-After': { description: 'Seconds until there may be room', schema: { type: 'integer' } } },
};
const ETAG = { ETag: text('The version of the answer') };
const LOCATION = { Location: text('Path of the plan') };
/** Headers of answers of single operations, by status. */
const BY_OPERATION: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  requestPlan: { 200: { ...LOCATION, ...ETAG, 'Preference-Applied': text('The wait that was granted, such as `wait=30`') }, 202: LOCATION },
  plan: { 202: { 'Retry-After': { description: 'Seconds until there may be a plan', schema: { type: 'integer' } } } },
};
const IF_NONE_MATCH: Json = {
  in: 'header',
  name: 'If-None-Match',
  required: false,
  description: "ETag of the caller's version: 304 while it is the latest",
  schema: { type: 'string' },
};

/**
 * Completes an OpenAPI document with what follows from its answers: their headers, `If-None-Match` where there is a 304,
 * and the bearer token, which only services for other machines need.
 */
export function withAnswers(document: Json): Json {
  const { paths, components } = document;
  return {
    ...document,
    components: { ...asObject(components), securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{}, { bearer: [] }],
    paths: mapped(paths, (methods) => mapped(methods, completed)),
  };
}

function completed(operation: unknown): Json {
  const { operationId = '', responses = {}, parameters = [], ...rest } = asObject(operation);
  const isVersioned = isObject(responses) && '304' in asObject(responses);
  const own = BY_OPERATION[String(operationId)] ?? {};
  return {
    operationId,
    ...rest,
    ...(isVersioned ? { parameters: [...(Array.isArray(parameters) ? parameters : []), IF_NONE_MATCH] } : { parameters }),
    responses: mapped(responses, (response, status) => {
      const versioned = isVersioned && (status === '200' || status === '304') ? ETAG : {};
      const headers = { ...asObject(asObject(response)['headers']), ...BY_STATUS[status], ...versioned, ...own[status] };
      return { ...asObject(response), ...(Object.keys(headers).length === 0 ? {} : { headers }) };
    }),
  };
}

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});

const mapped = (object: unknown, change: (value: unknown, key: string) => unknown): Json =>
  Object.fromEntries(Object.entries(asObject(object)).map(([key, value]) => [key, change(value, key)]));
