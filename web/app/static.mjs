// A server of static files for tests and for a look at the built page. Nothing but GET, nothing outside the folder.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a folder on a free port (or the one named) of this machine. Gives the address and a way to stop. */
export async function serveFolder(folder, port = 0) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(folder, normalize(`/${path}`).replace(/\/$/, '/index.html'));
    const found = await stat(file).catch(() => null);
    if (request.method !== 'GET' || !found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
    response.writeHead(200, { ...headers, 'x-content-type-options': 'nosniff' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = `http://localhost:${server.address().port}/`;
  return { address, stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections?.()) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../site/hosted', import.meta.url));
  const { address } = await serveFolder(folder, Number(process.argv[2] ?? 8080));
  console.log(`report-model: ${address}  (Ctrl+C stops)`);
}
