// A preview: a copy of a shop that `posra serve` shows, as its pages stand in a browser.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { none } from './faults.mjs';
import { POSRA, buildCopy } from './shop.mjs';
import { readSite } from './site.mjs';

/** Serves a copy of the shop with `change(settings)`: `{ origin, inbox, folder, site, close }`. */
export async function preview(change, env = {}) {
  const shop = buildCopy(change);
  const port = await freePort();
  const run = spawn(POSRA, ['--speak', 'en', 'serve', '--port', String(port), '--root', shop.folder], { env: { ...process.env, ...env } });
  const close = async () => {
    const ended = new Promise((resolve) => run.once('exit', resolve));
    if (run.kill('SIGINT')) await ended;
    shop.remove();
  };
  try {
    const said = await heard(run, /arrives at \S+/);
    const site = readSite(shop.out, shop.address);
    const inbox = new URL(/http:\S+[^.\s]/.exec(said.split('arrives at')[1])[0]).pathname;
    return { origin: `http://127.0.0.1:${port}`, inbox, folder: shop.folder, site, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Files of a folder that hold a text. */
export function holding(folder, text) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => fs.readFileSync(file).includes(text));
}

/** What a program has said, once that fits. */
function heard(run, wanted) {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (bytes) => {
      said += bytes;
      if (wanted.test(said)) resolve(said);
    };
    run.stdout.on('data', hear);
    run.stderr.on('data', hear);
    run.once('exit', (code) => reject(new Error(`posra serve ended with ${code}: ${said}`)));
  }).catch((error) => none([error.message]));
}

/** A port of the loopback that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
