// The page in a single file carries worker and modules in itself: a page opened from the disk cannot load its siblings.

import type { RmWorkerOptions } from '../../dist/client.js';
import type { ModuleName, ModuleSource } from '../../dist/modules.js';

const NAMES: readonly ModuleName[] = ['core', 'documents', 'pdf', 'compare'];

/** Where worker and modules come from; the hosted page has them beside it and needs no word. */
export function embedded(): RmWorkerOptions {
  const script = document.getElementById('rm-worker')?.textContent;
  if (!script) return {};
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const modules = Object.fromEntries(NAMES.map((name) => [name, () => unpacked(name)]));
  return { worker: () => new Worker(url), modules };
}

/** A module as the build put it into the page: packed with gzip, in base 64. */
async function unpacked(name: ModuleName): Promise<ModuleSource> {
  const packed = atob(document.getElementById(`rm-${name}`)?.textContent?.trim() ?? '');
  const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
