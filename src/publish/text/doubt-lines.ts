import type { Doubt } from '../../domain/doubts.ts';
import type { Language } from '../../kernel/text.ts';
import type { Lines } from './plan-text-tables.ts';
import { indented } from './text-table.ts';

const HEADING = { en: 'Please check, nothing of this stops a plan:', zh: '请核对（不影响排程）：' } as const;

/** What is hardly meant in a territory, one line each; empty where there is nothing. */
export const doubtLines = (doubts: readonly Doubt[], language: Language): Lines =>
  doubts.length === 0 ? [] : ['', HEADING[language], ...indented(doubts.map(({ text }) => text[language]))];
