// Shops for tests: the repository's own shop, and copies of it with other settings.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { none } from './faults.mjs';
import { NOW, writeFixture, writeGrown } from './fixture.mjs';
import { writeRough } from './rough.mjs';
import { writeSamples } from './samples/shop.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the shop under test: the repository's root. */
const ROOT = path.resolve(REPOSITORY, process.env.POSRA_SHOP ?? '.');

/** The program. */
export const POSRA = path.resolve(REPOSITORY, process.env.POSRA_BIN ?? path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'posra'));

/** What belongs to a shop; `.posra` holds its developed pictures, so that a copy builds fast. */
const PARTS = ['posra.toml', 'content', 'themes', 'static', '.posra'];

/** The shop as it was built into `public`: `{ folder, out, address }`. */
export function rootShop() {
  return { folder: ROOT, out: path.join(ROOT, 'public'), address: setting(fs.readFileSync(path.join(ROOT, 'posra.toml'), 'utf8'), 'address') };
}

/** The folder of a shop in `tests/sites`, and the day that it is built for. */
export function specimen(name) {
  return { from: path.join(REPOSITORY, 'tests', 'sites', name, 'shop'), now: '2026-11-21' };
}

/** A built copy of the shop (or of another, as `specimen` names it) with `change(settings)` for its `posra.toml`, and what `files` make of other files, new ones too; `remove` takes it away. */
export function buildCopy(change, { from = ROOT, now } = {}, files = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-shop-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    for (const part of PARTS.filter((one) => fs.existsSync(path.join(from, one)))) {
      fs.cpSync(path.join(from, part), path.join(folder, part), { recursive: true });
    }
    const file = path.join(folder, 'posra.toml');
    const settings = change(fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(file, settings);
    for (const [name, edit] of Object.entries(files)) {
      const place = path.join(folder, name);
      fs.writeFileSync(place, edit(fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : undefined));
    }
    const run = spawnSync(POSRA, ['build', ...(now ? ['--now', now] : [])], { cwd: folder, encoding: 'utf8' });
    if (run.error) none([`${POSRA} does not start: ${run.error.message}`]);
    if (run.status !== 0) none([`posra build ended with ${run.status}: ${(run.stderr || run.stdout).trim()}`]);
    return { folder, out: path.join(folder, 'public'), address: setting(settings, 'address'), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The shop of many products (fixture.mjs), or of `grown` with these among them, built without a fault: `{ folder, out, address, built, remove }`. */
export function buildFixture({ grown, ...options } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-fixture-'));
  if (grown) writeGrown(folder, grown, options);
  else writeFixture(folder, options);
  return built(folder);
}

/** The shop of every kind of picture (samples/), built without a fault: `{ out, address, samples, remove, ... }`. */
export async function buildSamples() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-samples-'));
  const samples = await writeSamples(folder);
  return { ...built(folder), samples };
}

/** The shop that is hard to lay out (rough.mjs), or its first product alone, built without a fault, with the theme as it stands on disk. */
export function buildRough(options) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-rough-'));
  writeRough(folder, options);
  fs.cpSync(path.join(REPOSITORY, 'themes'), path.join(folder, 'themes'), { recursive: true });
  return built(folder);
}

/** Builds a shop that has just been written, which must have no fault. */
function built(folder) {
  const run = spawnSync(POSRA, ['build', '--now', NOW, '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) none([`${POSRA} does not start: ${run.error.message}`]);
  const { built, diagnostics } = JSON.parse(run.stdout);
  none(diagnostics.map(({ code, message, file }) => `${code} ${file ?? ''}: ${message}`));
  const address = setting(fs.readFileSync(path.join(folder, 'posra.toml'), 'utf8'), 'address');
  return { folder, out: path.join(folder, 'public'), address, built, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** A text setting that stands before the first table. */
function setting(settings, key) {
  const found = new RegExp(`^${key}\\s*=\\s*["'](.*)["']`, 'm').exec(settings.split(/^\[/m)[0]);
  if (!found) none([`posra.toml has no ${key}`]);
  return found[1];
}

/** Settings with another address. */
export function withAddress(settings, address) {
  setting(settings, 'address');
  return settings.replace(/^address\s*=.*$/m, `address = "${address}"`);
}

/** Settings whose `[orders]` holds `orders` and nothing else. */
export function withOrders(settings, orders) {
  const others = settings.split(/^(?=\[)/m).filter((table) => !/^\[orders\]/.test(table));
  const lines = Object.entries(orders).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  return `${others.join('').trimEnd()}\n\n[orders]\n${lines.join('')}`;
}

/** How many ways to pay the settings name. */
export function payments(settings) {
  return (settings.match(/^\[\[payments\]\]/gm) ?? []).length;
}
