/** Says "this is a bug of ours", with the values that show it. Never for what a caller got wrong. */
export function assert(claim: boolean, message: string, values: Readonly<Record<string, unknown>> = {}): asserts claim {
  if (!claim) throw new Error(`Bug in beatplan: ${message} ${JSON.stringify(values)}`);
}

/** The value, which must be there: a missing one is a bug of ours. */
export function present<T>(value: T | null | undefined, name: string): T {
  assert(value !== null && value !== undefined, `${name} is missing.`);
  return value;
}
