// Findings that somebody decided to leave: fingerprints only, from which no text can be read back.

import { signal } from '@preact/signals';
import { remember, remembered } from './storage.ts';

const KEY = 'dismissed';
const FORM = /^[0-9a-f]{16}$/;

export const dismissedSet = signal<ReadonlySet<string>>(
  new Set((remembered(KEY) ?? '').split(' ').filter((print) => FORM.test(print))),
);

/** Dismisses a finding, or takes it back. */
export function dismiss(fingerprint: string, away: boolean): void {
  if (!FORM.test(fingerprint)) return;
  const next = new Set(dismissedSet.value);
  if (away) next.add(fingerprint);
  else next.delete(fingerprint);
  dismissedSet.value = next;
  remember(KEY, [...next].join(' '));
}
