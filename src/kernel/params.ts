import type { Seconds } from './units.ts';
import type { Text } from './text.ts';

/**
 * One parameter of a rule, as plain data: a policy sets its value. The contract derives its zod schema from it,
 * `docs/rules.md` its table, a form its fields.
 */
export type Param =
  | { readonly type: 'duration'; readonly default: Seconds; readonly about: Text }
  | { readonly type: 'clock'; readonly default: Seconds; readonly about: Text }
  | { readonly type: 'count'; readonly default: number; readonly least?: number; readonly most?: number; readonly about: Text }
  | { readonly type: 'share'; readonly default: number; readonly about: Text }
  | { readonly type: 'flag'; readonly default: boolean; readonly about: Text }
  | { readonly type: 'choice'; readonly default: string; readonly options: readonly string[]; readonly about: Text }
  | { readonly type: 'words'; readonly default: readonly string[]; readonly about: Text };

/** The parameters of one rule by name. */
export type ParamTable = Readonly<Record<string, Param>>;

/** A parameter's value, parsed: durations and clock times are whole seconds. */
export type ParamValue = number | string | boolean | readonly string[];

type ValueOf<P extends Param> = P extends { readonly type: 'duration' | 'clock' }
  ? Seconds
  : P extends { readonly type: 'count' | 'share' }
    ? number
    : P extends { readonly type: 'flag' }
      ? boolean
      : P extends { readonly type: 'words' }
        ? readonly string[]
        : string;

/** The parsed parameter values of a rule. */
export type ParamsOf<T extends ParamTable> = { readonly [Name in keyof T]: ValueOf<T[Name]> };
