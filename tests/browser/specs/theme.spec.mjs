// Scripts and styles of the default theme: what is committed is what its sources give, checked, and no longer than promised.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { none } from '../faults.mjs';
import { test } from '../test.mjs';
import { BUDGETS, THEME, assets, packed } from '../theme.mjs';

const committed = (name) => fs.readFileSync(path.join(THEME, 'assets', name), 'utf8');

test('the assets are what their sources give', async () => {
  const built = await assets();
  const stale = [...built].filter(([name, text]) => committed(name) !== text).map(([name]) => name);
  none(stale.map((name) => `assets/${name} is not what its source gives: npm run theme`));
  const others = fs.readdirSync(path.join(THEME, 'assets')).filter((name) => /\.(js|css)$/.test(name) && !built.has(name));
  none(others.map((name) => `assets/${name} has no source`));
});

test('every asset keeps its budget', () => {
  const sizes = Object.entries(BUDGETS).map(([name, most]) => ({ name, most, size: packed(committed(name)) }));
  for (const { name, most, size } of sizes) console.log(`  ${name.padEnd(12)} ${String(size).padStart(5)} of ${most} B`);
  none(sizes.filter(({ size, most }) => size > most).map(({ name, size, most }) => `${name} is ${size} B, more than ${most}`));
});

test('the sources are typed and tidy', () => {
  none([...run('tsc', '--noEmit', '--project', path.join(THEME, 'script')), ...run('biome', 'check', '--error-on-warnings')]);
});

/** What a tool of node_modules complains of, when it is run at the root. */
function run(tool, ...args) {
  const bin = fileURLToPath(new URL(`../node_modules/.bin/${tool}`, import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(bin, args, { cwd: path.join(THEME, '../..'), encoding: 'utf8' });
  if (error) return [`${tool} does not start: ${error.message}`];
  return status === 0 ? [] : [`${tool}: ${(stdout + stderr).trim()}`];
}
