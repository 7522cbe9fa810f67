import type { Text } from '../../kernel/text.ts';
import { policies } from '../../policies/index.ts';
import { writePolicy } from './write-policy.ts';

/** A preset: its summary, and the JSON of the whole policy. */
export interface PresetDocuments {
  readonly summary: { readonly id: string; readonly version: string; readonly title: Text; readonly source: string };
  readonly document: string;
}

/** All presets, in the order of their list. */
export const presetDocuments = (): readonly PresetDocuments[] =>
  policies.map((policy) => {
    const { id, version, title, source } = policy;
    return { summary: { id, version, title, source }, document: JSON.stringify(writePolicy(policy)) };
  });
