// The line between text and results, moved by pointer or by arrow keys.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { tr } from '../i18n.ts';

const [LEAST, MOST, STEP] = [300, 720, 24];

export function Divider() {
  const width = useSignal(400);
  const set = (to: number) => (width.value = Math.min(MOST, Math.max(LEAST, Math.round(to))));
  useEffect(() => document.documentElement.style.setProperty('--inspector', `${width.value}px`), [width.value]);
  return (
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={tr('调整宽度', 'Width of the results')}
      aria-valuenow={width.value}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(innerWidth - event.clientX);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(width.value + STEP);
        if (event.key === 'ArrowRight') set(width.value - STEP);
      }}
    />
  );
}
