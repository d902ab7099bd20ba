// What a shop makes of the orders that its service received.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { POSRA } from './shop.mjs';

const NUMBER = /^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/;

/** Fields that arrive with scripts: the order has a name, and nobody is led anywhere by the service. */
export function scripted({ extra }) {
  const { _next, redirect, ...others } = extra;
  return { ...others, number: NUMBER, id: /^[0-9a-f]{32}$/ };
}

/** What the desk makes of all that a service received; `at` gives the moment of each, in the order they came. */
export function desk({ folder, received }, at = () => new Date().toISOString()) {
  const bodies = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-bodies-'));
  const file = path.join(bodies, 'orders.json');
  fs.writeFileSync(file, JSON.stringify(received.map(({ fields }, place) => ({ created_at: at(place), data: Object.fromEntries(fields) }))));
  const { stdout } = spawnSync(POSRA, ['orders', file, '--root', folder, '--format', 'json'], { encoding: 'utf8' });
  fs.rmSync(bodies, { recursive: true });
  return JSON.parse(stdout).orders;
}
