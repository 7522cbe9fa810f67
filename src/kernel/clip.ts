/** The most characters of a value that a message shows. */
const LONGEST = 200;

/** A text cut to a length that people read, with an ellipsis where something is missing. Surrogate pairs stay whole. */
export function clip(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
