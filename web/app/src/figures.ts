// The key figures of a report, for charts and tables. A total and its parts are both among the measures: what is a part of
// a figure that is already counted is left out.

import type { Channel, Measure, Report } from '../../dist/types.js';
import { fieldName, term } from './i18n.ts';

export interface Bar {
  name: string;
  value: number;
}

const counted = (m: Measure) => m.kind === 'disclosed' && m.refers_to === 'current';

/** Pieces made public, by channel, the most first; in the unit that most of them have. */
export function byChannel({ measures }: Report): { bars: Bar[]; unit: string } {
  const named = measures.filter((m) => counted(m) && m.channel !== null && m.unit !== null);
  const units = grouped(named, (m) => m.unit!);
  const [unit = '', list = []] = [...units].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const sums = new Map<Channel, number>();
  for (const m of list) {
    const whole = m.part_of === null ? undefined : measures[m.part_of];
    if (whole?.channel === m.channel) continue;
    sums.set(m.channel!, (sums.get(m.channel!) ?? 0) + m.value);
  }
  const bars = [...sums].map(([channel, value]) => ({ name: term('channel', channel), value }));
  return { bars: bars.sort((a, b) => b.value - a.value), unit };
}

/** Answers to applications, in the order in which they are usually told. */
export function byAnswer({ requests }: Report): Bar[] {
  const answers = ['granted', 'partly_granted', 'refused', 'not_held', 'other', 'pending'] as const;
  return answers.flatMap((name) => {
    const count = requests[name];
    return count ? [{ name: fieldName(`requests.${name}`), value: count.value }] : [];
  });
}

/** How many pieces were made public in all: the figure that has parts of its kind, else the largest. */
export function published({ measures }: Report): Measure | null {
  const list = measures.filter((m) => counted(m) && m.part_of === null && m.channel === null);
  const parts = (m: Measure) => measures.filter((part) => part.part_of === measures.indexOf(m) && part.kind === 'disclosed').length;
  return list.sort((a, b) => parts(b) - parts(a) || b.value - a.value)[0] ?? null;
}

/** The members of a list by what they have in common, in the order of their first. */
export function grouped<T>(list: readonly T[], by: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of list) groups.set(by(member), [...(groups.get(by(member)) ?? []), member]);
  return groups;
}
