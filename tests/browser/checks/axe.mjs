// Accessibility as axe-core judges it.

import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Violations on the page as it stands in the browser, but for rules of `without`. The screen is as high as the page meanwhile: what a bar at its edge
 * covers can be scrolled clear of it, and axe cannot know that.
 */
export async function violations(page, { without = [] } = {}) {
  const screen = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...screen, height: Math.max(screen.height, height) });
  const faults = await judged(page, without);
  await page.setViewportSize(screen);
  return faults;
}

async function judged(page, without) {
  await page.evaluate(source);
  const found = await page.evaluate(
    ({ values, rules }) => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values }, rules }).then((result) => result.violations),
    { values: TAGS, rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) },
  );
  return found.map(({ id, help, nodes }) => {
    const [{ target, any, all, none }] = nodes;
    const why = [...any, ...all, ...none][0]?.message ?? '';
    return `${id}: ${help}; ${nodes.length} times, first at ${target.flat().join(' ')}: ${why}`;
  });
}
