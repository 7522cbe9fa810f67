/** Throws when a claim is false: a bug in beatplan, reported with the values that show it. Never for a caller's mistake. */
export function assert(claim: boolean, message: string, values: Readonly<Record<string, unknown>> = {}): asserts claim {
  if (!claim) throw new Error(`Bug in beatplan: ${message} ${JSON.stringify(values)}`);
}

/** The value itself; throws when it is missing, which is a bug in beatplan. */
export function present<T>(value: T | null | undefined, name: string): T {
  assert(value !== null && value !== undefined, `${name} is missing.`);
  return value;
}
