// Builds the assets of the default theme from its sources: `npm run theme`.
// What it writes is committed, so that building posra asks for no Node; a test compares both byte for byte.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

import { build } from 'esbuild';

export const THEME = fileURLToPath(new URL('../../themes/cotton', import.meta.url));

/** What is built, and the most bytes (gzip -9) of each; posra adds the look to the first two sheets, and a page may have 6,144. A script that names another fetches it when it is needed. */
export const BUDGETS = {
  'product.js': 1024,
  'pages.js': 1024,
  'common.js': 1792,
  'order.js': 3584,
  'bag.js': 1024,
  'thanks.js': 768,
  'basket.js': 2560,
  'search.js': 5120,
  'search-page.js': 6656,
  'product.css': 5504,
  'pages.css': 5504,
  'search.css': 1536,
  'gallery.js': 1024,
  'zoom.js': 1536,
  'recent.js': 1280,
  'zoom.css': 640,
  'recent.css': 384,
};

/** Browsers of about 2020. */
const TARGET = 'es2020';

/** Every built asset by name, as it has to be. */
export async function assets() {
  const names = Object.keys(BUDGETS);
  const scripts = await built(names.filter((name) => name.endsWith('.js')), 'script', {
    format: 'esm',
    target: TARGET,
    plugins: [{ name: 'entries', setup: keepEntries }],
  });
  // Styles are not made older than they are written: that would change what they mean.
  const styles = await built(names.filter((name) => name.endsWith('.css')), 'style', { target: 'esnext', external: ['look'] });
  return new Map([...scripts, ...styles]);
}

/** A module of the theme's sources, to be run here. */
export async function module(source) {
  const { outputFiles } = await build({ entryPoints: [path.join(THEME, source)], bundle: true, format: 'esm', target: TARGET, write: false, logLevel: 'silent' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/** How long a text is on its way. */
export const packed = (text) => zlib.gzipSync(text, { level: 9 }).length;

async function built(names, folder, options) {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => path.join(THEME, folder, name.replace(/\.js$/, '.ts'))),
    outdir: path.join(THEME, 'assets'),
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles.map((file) => [path.basename(file.path), file.text]);
}

/** A script that is an asset of its own is named, as it stands beside the others, and not copied into them. */
function keepEntries({ onResolve }) {
  onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ kind, path: name }) => {
    const own = kind !== 'entry-point' && name.slice(2) in BUDGETS;
    return own ? { path: name, external: true } : undefined;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of await assets()) {
    fs.writeFileSync(path.join(THEME, 'assets', name), text);
    console.log(`${String(packed(text)).padStart(6)} of ${String(BUDGETS[name]).padStart(5)} B  ${name}`);
  }
}
