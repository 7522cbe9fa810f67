import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/client/operations.ts';
import { exampleTerritory } from '../../src/contract/territory/example-territory.ts';
import { examineTerritory } from '../../src/contract/territory/read-territory.ts';
import { documentSource } from '../../src/contract/reading/source.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';
import { aService, post } from '../support/service.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  responses: z.record(z.string(), z.looseObject({ headers: z.record(z.string(), z.looseObject({})).default({}) })),
});
const OpenApi = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  security: z.unknown(),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

const documentOf = async (url: string) => OpenApi.parse(await (await fetch(`${url}/openapi.json`)).json());

describe('the OpenAPI document', () => {
  it('has what the client asks, and nothing that it cannot ask', async () => {
    const { paths } = await documentOf((await aService()).url);
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
    );
    expect(documented.toSorted()).toEqual(
      Object.entries(operations)
        .map(([name, [method, path]]) => `${name} ${method} ${path}`)
        .toSorted(),
    );
  });

  it('names the token, and the headers of requests and answers', async () => {
    const { paths, components, security } = await documentOf((await aService()).url);
    expect(components['securitySchemes']).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
    expect(security).toEqual([{}, { bearer: [] }]);
    const headersOf = (path: string, method: string, status: string) =>
      Object.keys(paths[path]?.[method]?.responses[status]?.headers ?? {});
    expect(headersOf('/v1/plans', 'post', '200').toSorted()).toEqual(['ETag', 'Location', 'Preference-Applied']);
    expect(headersOf('/v1/plans', 'post', '202')).toEqual(['Location']);
    expect(headersOf('/v1/plans', 'post', '503')).toEqual(['Retry-After']);
    for (const methods of Object.values(paths)) {
      for (const { responses, parameters } of Object.values(methods)) {
        const isVersioned = '304' in responses;
        expect(parameters.some(({ name }) => name === 'If-None-Match')).toBe(isVersioned);
        expect('ETag' in (responses['304']?.headers ?? {})).toBe(isVersioned);
      }
    }
  });

  it('says what a request needs', async () => {
    const { components } = await documentOf((await aService()).url);
    expect(components.schemas['PlanRequest']).toMatchObject({
      allOf: [
        { oneOf: [{ required: ['territory'] }, { required: ['files'] }] },
        { oneOf: [{ required: ['from'] }, { required: ['month'] }] },
      ],
    });
    expect(components.schemas['EvaluationRequest']).toMatchObject({ required: ['plan'], oneOf: [{}, {}] });
  });

  it('describes what holds by default, and lets requests leave it out', async () => {
    const { components } = await documentOf((await aService()).url);
    const { properties, required } = z
      .looseObject({ properties: z.record(z.string(), z.unknown()) })
      .parse(components.schemas['PlanRequest']);
    expect(properties['seed']).toMatchObject({ description: 'Another seed gives another, about equally good plan; 1 by default' });
    expect(required).toBeUndefined();
    expect(JSON.stringify(components.schemas)).not.toMatch(/"default":[^{]/);
  });

  it('lists problems status by status, and refers to nothing that is not there', async () => {
    const document = await documentOf((await aService()).url);
    const answers = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ responses }) => Object.keys(responses)),
    );
    for (const codes of answers) {
      expect(codes).toEqual(expect.arrayContaining(['400', '401', '421', '422', '431', '500']));
      expect(codes.filter((code) => !/^[1-5]\d\d$/.test(code))).toEqual([]);
    }
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
    expect([...new Set(refs)].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
    expect(JSON.stringify(document)).not.toMatch(/__shared|\/schema\d/);
  });

  it('has an example that can be planned: the sample of four customers', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    const { components } = await documentOf(url);
    const examples = z.array(z.unknown()).parse(components.schemas['PlanRequest']?.['examples']);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect((await post(`${url}/v1/plans`, example, { prefer: 'wait=20' })).status).toBe(200);
    const { territory } = examineTerritory(new Map(), { document: documentSource('request', exampleTerritory) });
    expect(territory).toEqual(fixtureTerritory('hamlet-4'));
  });

  it('has a page for people', async () => {
    const { url } = await aService();
    const page = await fetch(`${url}/docs/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
