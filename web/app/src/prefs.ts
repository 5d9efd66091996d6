// What somebody prefers; kept between visits.

import { effect, signal } from '@preact/signals';
import { remember, remembered } from './storage.ts';

export type Theme = 'auto' | 'light' | 'dark';

export const lang = signal<'zh' | 'en'>(remembered('lang') === 'en' ? 'en' : 'zh');
export const theme = signal<Theme>((['light', 'dark'] as const).find((name) => name === remembered('theme')) ?? 'auto');

effect(() => {
  document.documentElement.lang = lang.value === 'zh' ? 'zh-Hans' : 'en';
  remember('lang', lang.value);
});
effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
  remember('theme', theme.value);
});
