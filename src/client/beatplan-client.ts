import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { EvaluationDocument, EvaluationRequest } from '../contract/service/evaluation.ts';
import type { ExplanationDocument } from '../contract/plan/explanation-document.ts';
import type { PlanRequest } from '../contract/service/plan-request.ts';
import type { PlanDocument } from '../contract/plan/plan-document.ts';
import type { PlanStatus } from '../contract/service/plan-status.ts';
import type { ProblemDocument } from '../contract/service/problem-document.ts';
import type { RuleDocument } from '../contract/policy/rule-document.ts';
import { type Operation, type Parameters, operations, pathOf } from './operations.ts';
import { ProblemError } from './problem-error.ts';

/** Address of the service, and the caller's token. */
export interface ClientOptions {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** The token with which the service was started, if any. */
  readonly token?: string;
}

/** Options of a request for a plan. */
export interface RequestOptions {
  /** The same key gives the same plan again. */
  readonly idempotencyKey?: string;
  /** Seconds to wait for the plan itself, at most 60. */
  readonly wait?: number;
}

/** The plan, when it was done in time; otherwise where it stands. */
export type Requested =
  | { readonly isDone: true; readonly id: string; readonly document: PlanDocument }
  | { readonly isDone: false; readonly id: string; readonly status: PlanStatus };

/** Which days of a plan are wanted. */
export interface WantedDays {
  readonly rep?: string;
  /** ISO dates, both included. */
  readonly from?: string;
  readonly to?: string;
}

/** Formats of a plan. */
export type FileFormat = 'html' | 'csv' | 'xlsx' | 'ics' | 'geojson' | 'txt';

/** Language of a file, and the rep whose days to write. */
export interface FileOptions {
  readonly language?: 'en' | 'zh';
  readonly rep?: string;
}

type Day = PlanDocument['plan']['days'][number];
type Unserved = PlanDocument['plan']['unserved'][number];

/** Entries of a page of a list. */
const PAGE = 200;

/** A client of the beatplan service. Every failure that the service reports is a `ProblemError`. */
export class BeatplanClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor({ url, token }: ClientOptions) {
    this.#url = url.replace(/\/+$/, '');
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /** Requests a plan. */
  async requestPlan(request: PlanRequest, { idempotencyKey, wait }: RequestOptions = {}): Promise<Requested> {
    const headers = {
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...(wait === undefined ? {} : { prefer: `wait=${wait}` }),
    };
    const response = await this.#call('requestPlan', {}, { body: request, headers });
    const id = (response.headers.get('location') ?? '').split('/').at(-1) ?? '';
    if (response.status === 200) return { isDone: true, id, document: await json<PlanDocument>(response) };
    return { isDone: false, id, status: await json<PlanStatus>(response) };
  }

  /** Requests a plan, follows the search to its end, and returns the plan. */
  async planned(request: PlanRequest, onProgress: (status: PlanStatus) => void = () => {}): Promise<PlanDocument> {
    const { id } = await this.requestPlan(request);
    for await (const status of this.follow(id)) onProgress(status);
    const document = await this.plan(id);
    if (document === null) throw new Error(`Plan ${id} has ended without a plan.`);
    return document;
  }

  /** The plans that the service keeps. */
  async plans(): Promise<readonly PlanStatus[]> {
    return (await this.#get<{ readonly plans: readonly PlanStatus[] }>('plans', {})).plans;
  }

  /** A plan, or the best so far; null while there is none. */
  async plan(id: string, wanted: WantedDays = {}): Promise<PlanDocument | null> {
    const response = await this.#call('plan', { id, query: { ...wanted } });
    return response.status === 202 ? null : json<PlanDocument>(response);
  }

  /** Where a plan stands. */
  status(id: string): Promise<PlanStatus> {
    return this.#get('status', { id });
  }

  /** Stops the search now; the best so far is kept. */
  async stop(id: string): Promise<PlanStatus> {
    return json<PlanStatus>(await this.#call('stop', { id }));
  }

  /** Statuses of a plan until its end. Connects again where the connection breaks. */
  async *follow(id: string, signal?: AbortSignal): AsyncGenerator<PlanStatus> {
    let last = '';
    for (;;) {
      const response = await this.#call(
        'events',
        { id },
        { headers: last === '' ? {} : { 'last-event-id': last }, ...(signal ? { signal } : {}) },
      );
      if (response.status === 204 || response.body === null) return;
      try {
        for await (const event of response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())) {
          last = event.id ?? last;
          yield JSON.parse(event.data) as PlanStatus;
          if (event.event === 'end') return;
        }
      } catch (error) {
        if (signal?.aborted === true || !(error instanceof TypeError)) throw error;
      }
    }
  }

  /** A plan's days, page by page. */
  days(id: string, wanted: WantedDays = {}): AsyncGenerator<Day> {
    return this.#entries<Day>('days', id, { ...wanted });
  }

  /** Due visits that found no place, page by page. */
  unserved(id: string): AsyncGenerator<Unserved> {
    return this.#entries<Unserved>('unserved', id, {});
  }

  /** A plan's cost by rule, and the reasons for unserved visits. */
  explanation(id: string): Promise<ExplanationDocument> {
    return this.#get('explanation', { id });
  }

  /** A plan in another format, as its bytes: a page, a table, a workbook, a calendar, a map layer, or text. */
  async file(id: string, format: FileFormat, { language = 'en', rep }: FileOptions = {}): Promise<Uint8Array> {
    const query = { language, ...(rep === undefined ? {} : { rep }) };
    return new Uint8Array(await (await this.#call(format, { id, query })).arrayBuffer());
  }

  /** Scores a given plan. */
  async evaluate(request: EvaluationRequest): Promise<EvaluationDocument> {
    return json<EvaluationDocument>(await this.#call('evaluate', {}, { body: request }));
  }

  /** The presets there are. */
  async policies(): Promise<readonly { readonly id: string; readonly version: string }[]> {
    return (await this.#get<{ readonly policies: readonly { readonly id: string; readonly version: string }[] }>('policies', {})).policies;
  }

  /** A preset as a whole policy, to start one from. */
  policy(id: string): Promise<Readonly<Record<string, unknown>>> {
    return this.#get('policy', { id });
  }

  /** The rules that a policy can use. */
  async rules(): Promise<readonly RuleDocument[]> {
    return (await this.#get<{ readonly rules: readonly RuleDocument[] }>('rules', {})).rules;
  }

  async *#entries<T>(list: 'days' | 'unserved', id: string, query: NonNullable<Parameters['query']>): AsyncGenerator<T> {
    for (let after = 0; ; after += PAGE) {
      const page = await this.#get<Readonly<Record<string, readonly T[]>>>(list, { id, query: { ...query, limit: PAGE, after } });
      yield* page[list] ?? [];
      if (page['next'] === undefined) return;
    }
  }

  async #get<T>(operation: Operation, parameters: Parameters): Promise<T> {
    return json<T>(await this.#call(operation, parameters));
  }

  async #call(operation: Operation, parameters: Parameters, { body, headers, signal }: CallOptions = {}): Promise<Response> {
    const [method] = operations[operation];
    const response = await fetch(`${this.#url}${pathOf(operation, parameters)}`, {
      method,
      headers: { ...this.#headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (response.ok) return response;
    throw new ProblemError(await json<ProblemDocument>(response));
  }
}

interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Parses a document of the service. Tests check that documents match the OpenAPI document. */
const json = async <T>(response: Response): Promise<T> => JSON.parse(await response.text()) as T;
