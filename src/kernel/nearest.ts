/**
 * The name that a mistyped or unfinished text probably means, or null when none is near. Case and separators do not
 * count.
 */
export function nearest(text: string, names: readonly string[]): string | null {
  if (text.length > LONGEST) return null;
  const typed = plain(text);
  const near = names.filter((name) => name.length <= LONGEST);
  const ranked = near
    .filter((name) => mayBeNear(typed.length, plain(name).length))
    .map((name) => ({ name, edits: editsBetween(typed, plain(name)), longest: Math.max(typed.length, plain(name).length) }))
    .filter(({ edits, longest }) => edits === 0 || (edits * 2 < longest && edits <= Math.max(1, longest / 3)))
    .toSorted((a, b) => a.edits - b.edits);
  return ranked[0]?.name ?? near.find((name) => typed.length >= FEWEST_LETTERS && plain(name).startsWith(typed)) ?? null;
}

/** Longer texts are not compared: comparing takes time by the product of both lengths. */
const LONGEST = 100;

/** Whether texts of such lengths may be near each other: each letter more is an edit. */
const mayBeNear = (a: number, b: number) => Math.abs(a - b) <= Math.max(1, Math.max(a, b) / 3);

/** Fewest letters that count as the beginning of a name. */
const FEWEST_LETTERS = 4;

const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
