import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { Reason } from '../../domain/unserved/unserved.ts';
import { type Text, literalSentence } from '../../kernel/text.ts';
import { type Alone, placesOf } from './alone.ts';
import type { Effort } from './effort.ts';
import { type Relaxation, relaxationsFor } from './relaxations.ts';
import { fill } from './words.ts';

/** A relaxation that plays a part in a case, with the case that it leaves. */
interface Relaxed {
  readonly relaxation: Relaxation;
  readonly alone: Alone;
}

/**
 * The reason why a visit fits on no rep-day even if nothing else is planned: the first thing without which it would fit,
 * or else the first two. Null where it fits.
 */
export function neverFits(alone: Alone, effort: Effort): Reason | null {
  if (placesOf(alone, effort).length > 0) return null;
  const relaxed = relaxationsFor(alone).flatMap((relaxation): readonly Relaxed[] => {
    const without = relaxation.relax(alone);
    return without === null ? [] : [{ relaxation, alone: without }];
  });
  for (const one of relaxed) {
    const places = placesOf(one.alone, effort);
    if (places.length > 0) return reasonOf(alone, [one.relaxation], places);
  }
  for (const [i, one] of relaxed.entries()) {
    for (const { relaxation } of relaxed.slice(i + 1)) {
      const both = relaxation.relax(one.alone);
      const places = both === null ? [] : placesOf(both, effort);
      if (places.length > 0) return reasonOf(alone, [one.relaxation, relaxation], places);
    }
  }
  return { class: 'never-fits', rule: 'customer/frequency', because: [], sentence: literalSentence(MORE_THAN_TWO) };
}

const MORE_THAN_TWO: Text = { en: 'More than two things keep it off every day.', zh: '有两个以上的原因使其无法安排。' };

function reasonOf(alone: Alone, things: readonly Relaxation[], places: readonly RepDay[]): Reason {
  const [one = MORE_THAN_TWO, other] = things.map(({ text }) => text(alone, places));
  const text = other === undefined ? one : fill({ en: '{one}; and {other}', zh: '{one}；且{other}' }, { one, other });
  return {
    class: 'never-fits',
    rule: things[0]?.rule ?? '',
    because: things.map(({ thing }) => thing),
    sentence: literalSentence(sentenceOf(text)),
  };
}

/** A clause as a sentence. */
export const sentenceOf = ({ en, zh }: Text): Text => ({ en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`, zh: `${zh}。` });
