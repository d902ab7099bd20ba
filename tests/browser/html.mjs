// Reading built HTML without a browser, as a reader without scripts gets it.

import { parse as parse5 } from 'parse5';

/** The document of `text`; what stands in `noscript` is part of it. */
export function parse(text) {
  return parse5(text, { scriptingEnabled: false });
}

/** All elements below `node` in order; with `tags`, only these. */
export function* elements(node, ...tags) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && (tags.length === 0 || tags.includes(child.tagName))) yield child;
    yield* elements(child, ...tags);
  }
  if (node.content) yield* elements(node.content, ...tags);
}

/** The first element below `node` that fits. */
export function first(node, tag, fits = () => true) {
  for (const element of elements(node, tag)) if (fits(element)) return element;
  return undefined;
}

/** Value of an attribute; `undefined` when the element has none. */
export function attr(element, name) {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The words of an attribute, such as those of `class` or `rel`. */
export function words(element, name) {
  return (attr(element, name) ?? '').split(/\s+/).filter(Boolean);
}

/** All text below `node`, white space folded. */
export function text(node) {
  return raw(node).replace(/\s+/g, ' ').trim();
}

/** All text below `node` as it is. */
export function raw(node) {
  if (node.nodeName === '#text') return node.value;
  return (node.childNodes ?? []).map(raw).join('');
}

/** Whether `element` stands in an element of these tags. */
export function within(element, ...tags) {
  for (let above = element.parentNode; above; above = above.parentNode) {
    if (tags.includes(above.tagName)) return true;
  }
  return false;
}

/** The addresses in a `srcset`. */
export function candidates(srcset) {
  return srcset.split(/,\s+/).map((one) => one.trim().split(/\s+/)[0]).filter(Boolean);
}

/** What `meta name=...` (or `http-equiv`) says. */
export function meta(doc, name) {
  const found = first(doc, 'meta', (one) => (attr(one, 'name') ?? attr(one, 'http-equiv') ?? '').toLowerCase() === name);
  return found && attr(found, 'content');
}

/** The schema.org data of a page; a piece that does not parse is an `Error`. */
export function structured(doc) {
  const scripts = [...elements(doc, 'script')].filter((one) => attr(one, 'type') === 'application/ld+json');
  return scripts.map((one) => {
    try {
      return JSON.parse(raw(one));
    } catch (error) {
      return error;
    }
  });
}
