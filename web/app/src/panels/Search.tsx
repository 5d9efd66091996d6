// Search in the text: all hits marked, each with the words round it.

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Span } from '../../../dist/types.js';
import { goTo } from '../actions.ts';
import { tr } from '../i18n.ts';
import { entry } from '../state.ts';

/** Most hits that are listed and marked. */
const MOST = 300;
/** Characters shown to either side of a hit. */
const AROUND = 18;

/** What the last search found; the text marks it. */
export const searchHits = signal<readonly Span[]>([]);

export function Search() {
  const [words, setWords] = useState('');
  const { text } = entry.value!.document;
  const look = (words: string) => {
    setWords(words);
    searchHits.value = hits(text, words);
  };
  const found = searchHits.value;
  return (
    <>
      <label class="search">
        <span>{tr('在原文中查找', 'Find in the text')}</span>
        <input type="search" value={words} onInput={(event) => look(event.currentTarget.value)} />
      </label>
      <p class="where" role="status">
        {words && (found.length === MOST ? tr(`前 ${MOST} 处`, `first ${MOST}`) : tr(`${found.length} 处`, `${found.length} found`))}
      </p>
      <ul class="hits">
        {words &&
          found.map(([start, end]) => (
            <li>
              <button type="button" onClick={() => goTo(start)}>
                {text.slice(Math.max(0, start - AROUND), start)}
                <b>{text.slice(start, end)}</b>
                {text.slice(end, end + AROUND)}
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

function hits(text: string, words: string): Span[] {
  const list: Span[] = [];
  if (words.trim() === '') return list;
  for (let at = text.indexOf(words); at >= 0 && list.length < MOST; at = text.indexOf(words, at + words.length)) {
    list.push([at, at + words.length]);
  }
  return list;
}
