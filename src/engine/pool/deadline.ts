/** Calls back after so many seconds of wall clock, the only clock near the search; returns how to call it off. */
export function stopAfter(seconds: number, raise: () => void): () => void {
  const timer = setTimeout(raise, seconds * 1000);
  return () => clearTimeout(timer);
}
