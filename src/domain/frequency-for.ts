import type { Contact } from './contact.ts';
import type { Customer } from './customer.ts';
import { makersOf } from './may-serve.ts';
import { type Audience, type Frequency, isFor } from './policy.ts';
import type { Territory } from './territory.ts';

/**
 * The frequencies of a customer, in the policy's order: for each kind and each role of contacts the first that fits and
 * that a rep may keep. Spot checks, which are drawn by lot, do not replace the regular visits of their kind.
 */
export function frequenciesFor({ policy, reps }: Pick<Territory, 'policy' | 'reps'>, customer: Customer): readonly Frequency[] {
  const taken = new Map<string, Frequency>();
  for (const frequency of policy.frequencies) {
    const { kind, contact, sample } = frequency;
    const key = `${kind}\n${sample === null ? 'regular' : 'sample'}\n${contact ?? ''}`;
    if (!taken.has(key) && isFor(frequency, customer) && makersOf(reps, customer, frequency).length > 0) taken.set(key, frequency);
  }
  return [...taken.values()];
}

/** The contacts of a customer with the role of an audience; null stands for any contact, also where none with the role is known. */
export function contactsFor({ contact: role }: Pick<Audience, 'contact'>, { contacts }: Customer): readonly (Contact | null)[] {
  const own = role === null ? [] : contacts.filter((contact) => contact.role === role);
  return own.length === 0 ? [null] : own;
}
