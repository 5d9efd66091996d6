// Offline use and new versions. Nothing reloads by itself: somebody may be in the middle of a draft.

import { signal } from '@preact/signals';
import { tr } from '../i18n.ts';

/** What there is to say about it. */
export const update = signal<{ words: () => string; act?: () => void } | null>(null);

/** Registers the service worker, where the page is hosted. */
export async function goOffline(): Promise<void> {
  if (!import.meta.env.PROD || import.meta.env.MODE === 'single' || !('serviceWorker' in navigator)) return;
  const first = navigator.serviceWorker.controller === null;
  const registration = await navigator.serviceWorker.register('./sw.js');
  if (first) {
    await navigator.serviceWorker.ready;
    update.value = { words: () => tr('已可离线使用', 'Ready for use offline') };
    setTimeout(() => (update.value = null), 6000);
  }
  const ask = (worker: ServiceWorker | null) => {
    if (!worker || first) return;
    const act = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
      worker.postMessage('take over');
    };
    update.value = { words: () => tr('有新版本', 'A new version is there'), act };
  };
  ask(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && ask(worker));
  });
}
