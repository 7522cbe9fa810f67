import type { Text } from '../../kernel/text.ts';
import { policies } from '../../policies/index.ts';
import { writePolicy } from './write-policy.ts';

/** A preset, in short and as the JSON of a whole policy. */
export interface PresetDocuments {
  readonly summary: { readonly id: string; readonly version: string; readonly title: Text; readonly source: string };
  readonly document: string;
}

/** The presets in their order. */
export const presetDocuments = (): readonly PresetDocuments[] =>
  policies.map((policy) => {
    const { id, version, title, source } = policy;
    return { summary: { id, version, title, source }, document: JSON.stringify(writePolicy(policy)) };
  });
