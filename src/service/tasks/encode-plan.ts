import { createHash } from 'node:crypto';
import type { PlanningResult } from '../../app/plan-territory.ts';
import { explanationDocument } from '../../contract/plan/explanation-document.ts';
import { writePlan } from '../../contract/plan/write-plan.ts';
import type { PlanDocument } from '../../contract/plan/plan-document.ts';
import type { PlanningRequest } from '../../contract/service/plan-request.ts';
import type { EncodedPlan, Span } from '../encoded-plan.ts';
import { bytesOfValue } from '../values.ts';

/** Encodes a plan as the bytes that the service sends: all that takes time with a large plan happens here, in a process of its own. */
export function encodePlan(
  { plan, cost, kpis }: PlanningResult,
  { territory }: Pick<PlanningRequest, 'territory'>,
  run: PlanDocument['run'] & { readonly startedAt: string },
): EncodedPlan {
  const { plan: content } = writePlan(plan, { territory, cost, kpis, run });
  const { document, days, unserved } = encodeDocument(content, run);
  return {
    document,
    days: days.map((span, i) => ({ ...span, rep: content.days[i]?.rep ?? '', day: content.days[i]?.day ?? '' })),
    unserved,
    made: bytesOfValue({ plan, cost, kpis, madeAt: run.startedAt }),
    explanation: encoded(JSON.stringify(explanationDocument(content))),
    isExplained: content.unserved.every(({ reasons }) => reasons.length > 0),
    hash: createHash('sha256').update(document).digest('base64url').slice(0, 22),
  };
}

/** `{"plan":{…,"days":[…],"unserved":[…],"pullForward":[…]},"run":{…}}`, and where the entries of its two long lists stand. */
function encodeDocument({ days, unserved, pullForward, ...head }: PlanDocument['plan'], run: PlanDocument['run']) {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const write = (text: string): Span => {
    const piece = encoded(text);
    pieces.push(piece);
    const from = length;
    length += piece.length;
    return { from, to: length };
  };
  const writeList = (entries: readonly unknown[]) =>
    entries.map((entry, i) => {
      if (i > 0) write(',');
      return write(JSON.stringify(entry));
    });
  write(`{"plan":${JSON.stringify(head).slice(0, -1)},"days":[`);
  const daySpans = writeList(days);
  write('],"unserved":[');
  const unservedSpans = writeList(unserved);
  write(`],"pullForward":${JSON.stringify(pullForward)}},"run":${JSON.stringify(run)}}\n`);
  return { document: joined(pieces, length), days: daySpans, unserved: unservedSpans };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const encoder = new TextEncoder();
/** UTF-8. */
const encoded = (text: string): Uint8Array => encoder.encode(text);
