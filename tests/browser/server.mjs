// Serves a built folder on the loopback as a static host does: `_headers`, `_redirects`,
// `404.html`, `index.html` for folders, `/x` to `/x/`, gzip.

import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import zlib from 'node:zlib';

import { headersFor, readHeaders, readRedirects, redirectFor } from './hostfiles.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.jpg': 'image/jpeg',
  '.png': 'image/png', '.gif': 'image/gif', '.webp': 'image/webp', '.avif': 'image/avif', '.woff2': 'font/woff2', '.mp4': 'video/mp4', '.webm': 'video/webm', '.pdf': 'application/pdf', '.zip': 'application/zip',
};
const PACKED = /^(text\/|image\/svg|application\/(json|xml|manifest))/;

/**
 * Serves `folder` below `base`. `planted` (link to text) stands in place of files; `post` takes
 * what is posted and answers `{ status, headers, body }`; `tls` is a key and a certificate; `lax` leaves
 * the host's headers out, so that a planted fault may bring its style.
 */
export async function serve(folder, { base = '/', planted = new Map(), post, tls, lax = false } = {}) {
  const root = fs.realpathSync(folder);
  const read = (name) => (fs.existsSync(path.join(root, name)) ? fs.readFileSync(path.join(root, name), 'utf8') : '');
  const rules = readHeaders(read('_headers'));
  const host = { root, base, planted, headers: lax ? [] : rules, redirects: readRedirects(read('_redirects')) };
  return listen(async (request, response) => {
    const link = request.url.split('?')[0];
    let answer = get(host, link);
    if (request.method === 'POST' && post) answer = post(request, await bodyOf(request), link, answer);
    else if (!['GET', 'HEAD'].includes(request.method)) answer = { status: 405, headers: { allow: 'GET, HEAD' }, body: '' };
    send(request, response, answer);
  }, tls);
}

/** Listens on a free port of the loopback: `{ origin, port, close }`. */
export async function listen(handle, tls) {
  const careful = (request, response) => handle(request, response).catch((error) => {
    send(request, response, { status: 500, headers: { 'content-type': 'text/plain' }, body: String(error.stack) });
  });
  const server = tls ? https.createServer(tls, careful) : http.createServer(careful);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, port, close };
}

/** The whole body of a request. */
export async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function send(request, response, { status, headers, body }) {
  let bytes = Buffer.from(body);
  const out = { ...headers, vary: 'accept-encoding' };
  if (PACKED.test(headers['content-type'] ?? '') && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    bytes = zlib.gzipSync(bytes, { level: 9 });
    out['content-encoding'] = 'gzip';
  }
  response.writeHead(status, { ...out, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function get(host, link) {
  const headers = headersFor(host.headers, decoded(link) ?? link);
  const rule = redirectFor(host.redirects, decoded(link) ?? link);
  const moved = (to, status) => ({ status, headers: { ...headers, location: encodeURI(decodeURI(to)) }, body: '' });
  const file = inside(host, link);
  if (rule && (rule.force || !file)) {
    if (![200, 404].includes(rule.status)) return moved(rule.to, rule.status);
    const shown = inside(host, rule.to);
    if (shown?.bytes) return { ...whole(shown, headers), status: rule.status };
  }
  if (file?.folder) return moved(`${link}/`, 301);
  if (file) return whole(file, headers);
  const missing = inside(host, `${host.base}404.html`);
  if (missing) return { ...whole(missing, headers), status: 404 };
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' };
}

function whole(file, headers) {
  const type = TYPES[path.extname(file.name)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type, ...headers }, body: file.bytes };
}

/** What stands at `link`: a file, or a folder that wants a `/`. Nothing outside the folder, and no file of the host's. */
function inside(host, link) {
  if (host.planted.has(link)) return { name: link.endsWith('/') ? 'index.html' : link, bytes: host.planted.get(link) };
  const text = decoded(link);
  if (!text?.startsWith(host.base) || /[\\\0]/.test(text)) return undefined;
  const parts = text.slice(host.base.length).split('/');
  if (parts.some((part) => part === '..' || (part.startsWith('.') && part !== '.well-known'))) return undefined;
  if (['_headers', '_redirects'].includes(parts[0])) return undefined;
  const name = path.join(host.root, ...parts, text.endsWith('/') ? 'index.html' : '');
  if (!fs.existsSync(name) || !fs.realpathSync(name).startsWith(host.root + path.sep)) return undefined;
  if (!fs.statSync(name).isDirectory()) return { name, bytes: fs.readFileSync(name) };
  return fs.existsSync(path.join(name, 'index.html')) ? { folder: true } : undefined;
}

/** A percent-encoded path as text; `undefined` when it is none, or hides a `/`. */
function decoded(link) {
  if (/%2f|%5c/i.test(link)) return undefined;
  try {
    return decodeURIComponent(link);
  } catch {
    return undefined;
  }
}
