import type { Text } from '../../kernel/text.ts';
import { modeOf, modes } from '../../travel/modes/index.ts';

/** The name of a mode in both languages, or the id of a mode that does not exist. */
export const modeName = (id: string): Text => modeOf(id)?.label ?? { en: id, zh: id };

/** The ids of all modes. */
export const modeIds: readonly string[] = modes.map(({ id }) => id);
