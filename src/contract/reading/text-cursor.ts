/** A place in a text that is read from its start. */
export interface TextCursor {
  readonly text: string;
  /** Takes what a sticky pattern finds here; null where it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** All that is left. */
  rest(): string;
}

/** A cursor at the start of a text. */
export function cursorAt(text: string): TextCursor {
  let at = 0;
  return {
    text,
    take(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found !== null) at += found[0].length;
      return found;
    },
    rest: () => text.slice(at),
  };
}
