import type { Contact } from '../domain/contact.ts';
import type { Customer } from '../domain/customer.ts';
import { makersOf } from '../domain/may-serve.ts';
import { type Audience, type Frequency, isFor } from '../domain/policy.ts';
import type { Territory } from '../domain/territory.ts';

/**
 * The frequencies that a customer takes, in the policy's order: for each kind and each role of contacts the first
 * that fits and that somebody may keep. Spot checks, which are drawn by lot, are apart from the regular visits of their kind.
 */
export function frequenciesFor({ policy, reps }: Pick<Territory, 'policy' | 'reps'>, customer: Customer): readonly Frequency[] {
  const taken = new Map<string, Frequency>();
  for (const frequency of policy.frequencies) {
    const { kind, contact, sample } = frequency;
    const aim = `${kind}\n${sample === null ? 'regular' : 'sample'}\n${contact ?? ''}`;
    if (!taken.has(aim) && isFor(frequency, customer) && makersOf(reps, customer, frequency).length > 0) taken.set(aim, frequency);
  }
  return [...taken.values()];
}

/** Those at a customer who have the role that something asks for; null stands for whoever is there, also where nobody is on record. */
export function contactsFor({ contact: role }: Pick<Audience, 'contact'>, { contacts }: Customer): readonly (Contact | null)[] {
  const own = role === null ? [] : contacts.filter((contact) => contact.role === role);
  return own.length === 0 ? [null] : own;
}
