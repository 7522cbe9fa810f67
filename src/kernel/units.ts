declare const unit: unique symbol;
type Quantity<Name extends string> = number & { readonly [unit]: Name };

/** Whole seconds: a duration, a price in working time, or a clock time counted from local midnight. */
export type Seconds = Quantity<'Seconds'>;
/** Whole metres along the way travelled. */
export type Metres = Quantity<'Metres'>;

/** Rounds to whole seconds. */
export const seconds = (n: number): Seconds => Math.round(n) as Seconds;
/** Minutes as seconds. */
export const minutes = (n: number): Seconds => seconds(n * 60);
/** Hours as seconds. */
export const hours = (n: number): Seconds => seconds(n * 3600);
/** Rounds to whole metres. */
export const metres = (n: number): Metres => Math.round(n) as Metres;
/** Seconds as whole minutes, rounded, for people. */
export const inMinutes = (time: Seconds): number => Math.round(time / 60);

/** The clock time `hh:mm` or `hh:mm:ss` as seconds from midnight, or null when it is none. `24:00` is the day's end. */
export function parseClock(text: string): Seconds | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, h = '', m = '', s = '0'] = match;
  const time = Number(h) * 3600 + Number(m) * 60 + Number(s);
  return Number(m) < 60 && Number(s) < 60 && time <= 86_400 ? seconds(time) : null;
}

/** A clock time as `hh:mm`, with seconds only where there are any. */
export function formatClock(time: Seconds): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const whole = `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}`;
  return time % 60 === 0 ? whole : `${whole}:${two(time % 60)}`;
}

/** An ISO 8601 duration of days, hours, minutes and seconds, such as `PT8M`, or null when it is none. */
export function parseDuration(text: string): Seconds | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim());
  if (match === null || text.endsWith('P') || text.endsWith('T')) return null;
  const [, d = '0', h = '0', m = '0', s = '0'] = match;
  return seconds(Number(d) * 86_400 + Number(h) * 3600 + Number(m) * 60 + Number(s));
}

/** A duration as ISO 8601, in hours, minutes and seconds: `PT1H30M`. */
export function formatDuration(time: Seconds): string {
  const h = Math.floor(time / 3600);
  const m = Math.floor(time / 60) % 60;
  const s = time % 60;
  if (time === 0) return 'PT0S';
  return `PT${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}${s > 0 ? `${s}S` : ''}`;
}
