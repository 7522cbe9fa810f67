import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PlanRecord } from '../../service/plan-record.ts';
import { PlanningError } from '../../kernel/finding.ts';
import type { Planning } from '../../service/planning.ts';
import type { Samples } from '../../service/samples.ts';
import { open } from '../plugins/guard.ts';
import { languageQuery, shortText } from './parameters.ts';
import { sendAs } from './sent-plan.ts';
import { linksOf } from './status-of.ts';
import { httpErrors } from '../errors.ts';
import { type ShownSample, startPage } from '../../publish/page/start-page.ts';

interface StartOptions {
  readonly planning: Planning;
  readonly token: string | null;
  readonly samples: Samples;
}

const startQuery = languageQuery.extend({ sample: shortText.optional() });

/** The start page. */
export const startRoute: FastifyPluginAsyncZod<StartOptions> = async (server, { planning, token, samples }) => {
  server.get('/', { config: open, schema: { hide: true, querystring: startQuery } }, async (request, reply) => {
    const { language, sample } = request.query;
    // Plans need the token, which a browser does not send.
    const names = token === null ? samples.names : [];
    const name = sample ?? names[0] ?? '';
    if (sample !== undefined && !names.includes(sample)) {
      throw new PlanningError([
        httpErrors.requestInvalid({ at: { file: 'query', pointer: '/sample' }, value: sample, expected: 'one of the samples' }),
      ]);
    }
    const record = names.length === 0 ? null : await samples.plan(name);
    if (record !== null) await planning.preview(record);
    return sendAs(
      reply,
      'text/html; charset=utf-8',
      startPage({ samples: names, shown: record === null ? null : shownSample(name, record), language }),
    );
  });
};

/** A sample with the state and the addresses of its plan. */
function shownSample(name: string, { id, request, facts, isEnded }: PlanRecord): ShownSample {
  const { territory, from, to } = request;
  return { name, territory, from, to, state: facts.state, hasPlan: facts.plan !== null, isEnded, links: linksOf(id) };
}
