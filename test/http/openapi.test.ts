import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/client/operations.ts';
import { exampleTerritory } from '../../src/contract/territory/example-territory.ts';
import { examineTerritory } from '../../src/contract/territory/read-territory.ts';
import { documentSource } from '../../src/contract/reading/source.ts';
import { fixtureTerritory } from '../support/fixture-territory.ts';
import { aService, post } from '../support/service.ts';

const Operation = z.looseObject({ summary: z.string(), responses: z.record(z.string(), z.looseObject({})) });
const OpenApi = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

const documentOf = async (url: string) => OpenApi.parse(await (await fetch(`${url}/openapi.json`)).json());

describe('the OpenAPI document', () => {
  it('has what the client asks, and nothing that it cannot ask', async () => {
    const { paths } = await documentOf((await aService()).url);
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.toSorted()).toEqual(
      Object.values(operations)
        .map(([method, path]) => `${method} ${path}`)
        .toSorted(),
    );
  });

  it('tells of problems everywhere, and refers to nothing that is not there', async () => {
    const document = await documentOf((await aService()).url);
    const answers = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ responses }) => Object.keys(responses)),
    );
    expect(answers.every((codes) => codes.includes('4XX') && codes.includes('5XX'))).toBe(true);
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
