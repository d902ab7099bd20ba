// A page as Lighthouse judges it: a middling phone on slow 4G, a processor four times slower. Nothing but the loopback is asked.

import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';

import { launchOptions } from '../chromium.mjs';
import { freePort } from '../preview.mjs';

/** Least points, most milliseconds and shift. Performance leaves two points, and blocking is many times its promise, for a busy machine. */
export const GOALS = { performance: 98, accessibility: 100, practices: 100, seo: 100, lcp: 1500, shift: 0, blocking: 600 };

/** What a page that asks not to be found is marked down for. */
const UNFOUND = 'is-crawlable';

/** Opens a browser for `judge(url)`; `close` ends it. */
export async function judges() {
  const port = await freePort();
  const options = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
  return { judge: (url, hidden) => judge(url, port, hidden), close: () => browser.close() };
}

/** The middle one of several judgements, figure by figure. */
export function median(runs) {
  const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  const figures = Object.keys(GOALS).map((name) => [name, middle(runs.map((run) => run[name]))]);
  return { ...Object.fromEntries(figures), failed: runs.at(-1).failed };
}

/** Where a judgement misses a goal. */
export function missed(result) {
  const faults = [];
  for (const [name, goal] of Object.entries(GOALS)) {
    const points = ['performance', 'accessibility', 'practices', 'seo'].includes(name);
    if (!(points ? result[name] >= goal : result[name] <= goal)) faults.push(`${name} is ${result[name]}, not ${goal}: ${result.failed.join(', ')}`);
  }
  return faults;
}

async function judge(url, port, hidden) {
  const skipAudits = hidden ? [UNFOUND] : [];
  const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'silent', formFactor: 'mobile', skipAudits, maxWaitForLoad: 30_000 });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const score = (name) => Math.round(lhr.categories[name].score * 100);
  const figure = (name) => lhr.audits[name].numericValue;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    lcp: Math.round(figure('largest-contentful-paint')),
    shift: figure('cumulative-layout-shift'),
    blocking: Math.round(figure('total-blocking-time')),
    failed: Object.values(lhr.audits).filter(({ score: points, scoreDisplayMode }) => points === 0 && scoreDisplayMode === 'binary').map(({ id }) => id),
  };
}
