import { defineConfig, type Plugin } from 'vite';

/** The page in a single file starts its worker from a blob; without this, the worker would be built in once more. */
const withoutOwnWorker: Plugin = {
  name: 'without-own-worker',
  transform(code, id) {
    if (!id.endsWith('/dist/client.js')) return null;
    const literal = "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })";
    if (!code.includes(literal)) throw new Error('dist/client.js starts its worker in a form that is not known here');
    return code.replace(literal, 'undefined');
  },
};

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: './',
  plugins: mode === 'single' ? [withoutOwnWorker] : [],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: '../site/hosted',
    emptyOutDir: true,
    // Files stay files: inlined ones would need `data:` in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
}));
