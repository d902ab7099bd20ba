// Valid HTML, nothing inline, a strict content security policy.

import { spawnSync } from 'node:child_process';

import { HtmlValidate } from 'html-validate';
import checker from 'vnu-jar';

import { attr, elements, meta } from '../html.mjs';
import { readable } from '../site.mjs';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended', 'html-validate:standard'] });

/** The errors that html-validate finds in all pages. */
export async function invalid(site) {
  const faults = [];
  for (const page of site.pages) {
    const report = await validator.validateString(page.html, page.file);
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message, severity } of messages) {
        if (severity === 2) faults.push(`${page.file}:${line}:${column}: ${message} (${ruleId})`);
      }
    }
  }
  return faults;
}

/** Whether the Nu checker can run here: it asks for Java. */
export const hasJava = () => spawnSync('java', ['-version']).status === 0;

/** The errors that the Nu checker finds in all pages of a folder. */
export function nu(folder) {
  const run = spawnSync('java', ['-Xmx512m', '-jar', checker, '--skip-non-html', '--errors-only', '--format', 'json', folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(run.stderr.slice(run.stderr.search(/^\{/m)));
  return messages.map(({ url, lastLine, message }) => `${url.slice(url.indexOf(folder) + folder.length)}:${lastLine ?? ''}: ${message}`);
}

/** Scripts, styles and handlers that stand in the page itself. */
export function inline(site) {
  const faults = [];
  for (const page of readable(site)) {
    for (const element of elements(page.doc)) {
      const say = (what) => faults.push(`${page.link}: ${what} in <${element.tagName}>`);
      if (element.tagName === 'style') say('inline style sheet');
      if (element.tagName === 'script' && attr(element, 'src') === undefined && attr(element, 'type') !== 'application/ld+json') say('inline script');
      for (const { name, value } of element.attrs) {
        if (name === 'style') say('style attribute');
        if (/^on/.test(name)) say(`handler ${name}`);
        if (/^\s*javascript:/i.test(value)) say(`script in ${name}`);
      }
    }
  }
  return faults;
}

/** Every page forbids what it does not need. */
export function policies(site) {
  const faults = [];
  for (const page of readable(site)) {
    const policy = meta(page.doc, 'content-security-policy');
    const named = (name) => (policy ?? '').split(';').map((one) => one.trim()).find((one) => one.split(/\s+/)[0] === name);
    const say = (text) => faults.push(`${page.link}: ${text}`);
    if (!policy) say('no content security policy');
    else {
      for (const name of ['default-src', 'base-uri', 'form-action']) if (!named(name)) say(`content security policy without ${name}`);
      const weak = /'unsafe-[a-z-]+'|(?<=\s)(\*|https?:|data:)(?=[\s;]|$)/.exec(policy.replace(/img-src[^;]*/, ''));
      if (weak) say(`content security policy allows ${weak[0]}`);
    }
  }
  return faults;
}
