import stringWidth from 'string-width';
import type { PlanningOptions } from '../app/plan-territory.ts';
import type { Language } from '../kernel/text.ts';
import { inHours } from '../publish/phrases.ts';

/** How far a search is. */
export type Progress = Parameters<NonNullable<PlanningOptions['onProgress']>>[0];

/** Where progress is shown. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line on a terminal that is written over as the search goes on; nothing where there is no terminal. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #language: Language;
  #shown = 0;

  constructor(terminal: Terminal, language: Language) {
    this.#terminal = terminal;
    this.#language = language;
  }

  show(progress: Progress): void {
    if (this.#terminal.isTTY !== true) return;
    const line = progressText(progress, this.#language);
    const width = stringWidth(line);
    this.#terminal.write(`\r${line}${' '.repeat(Math.max(0, this.#shown - width))}`);
    this.#shown = width;
  }

  /** Clears the line for the next output. */
  clear(): void {
    if (this.#shown > 0) this.#terminal.write(`\r${' '.repeat(this.#shown)}\r`);
    this.#shown = 0;
  }
}

function progressText({ cost, left, share }: Progress, language: Language): string {
  const percent = `${Math.floor(100 * Math.min(1, share))} %`;
  if (cost === null || left === null) return language === 'zh' ? `已搜索 ${percent}` : `searching ${percent}`;
  const { requiredUnserved: required, behindPaceUnserved: behind, couldBePulledForward: forward } = left;
  return language === 'zh'
    ? `已搜索 ${percent} · 成本 ${inHours(cost)} 工时 · 未安排：必访 ${required}，进度落后 ${behind} · 可提前 ${forward}`
    : `searching ${percent} · cost ${inHours(cost)} h · unserved: ${required} required, ${behind} behind pace · ${forward} could be pulled forward`;
}
