/** HTML that is safe as it is. */
export interface Html {
  readonly html: string;
}

/** A value in a template: texts are escaped, lists joined, null is empty. */
type Value = string | number | Html | readonly Html[] | null;

/** Writes HTML, and escapes every text in it. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.map((part, i) => `${part}${i < values.length ? written(values[i] ?? null) : ''}`).join('') };
}

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}

/** Text that stands for itself in HTML, between tags and in quotes. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
