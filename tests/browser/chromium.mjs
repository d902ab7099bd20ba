// The system's Chromium: where it is, and how the tests start it.

import fs from 'node:fs';
import path from 'node:path';

import { none } from './faults.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const APPS = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** For every page: nothing moves while it is looked at. */
export const CALM = { reducedMotion: 'reduce' };

/**
 * What Playwright needs to start it. No name but the loopback is found, so that nothing leaves the
 * machine; `hosts` maps names to ports of the loopback, as `{ 'formspree.io': 4443 }`.
 */
export function launchOptions(hosts = {}) {
  const maps = Object.entries(hosts).map(([name, port]) => `MAP ${name}:443 127.0.0.1:${port}`);
  const rules = [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
  return { executablePath: find(), args: [`--host-resolver-rules=${rules}`, '--disable-dev-shm-usage'] };
}

function find() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [process.env.CHROME_PATH, ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...APPS];
  const found = places.find((place) => place && fs.existsSync(place));
  if (!found) none(['no Chromium found: install one, or set CHROME_PATH']);
  return found;
}
