// Accessibility as axe-core judges it.

import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations on the page as it stands in the browser. */
export async function violations(page) {
  await page.evaluate(source);
  const found = await page.evaluate(
    (values) => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values } }).then((result) => result.violations),
    TAGS,
  );
  return found.map(({ id, help, nodes }) => {
    const [{ target, any, all, none }] = nodes;
    const why = [...any, ...all, ...none][0]?.message ?? '';
    return `${id}: ${help}; ${nodes.length} times, first at ${target.flat().join(' ')}: ${why}`;
  });
}
