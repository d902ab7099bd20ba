// `_headers` and `_redirects` as Netlify and Cloudflare Pages read them.
// A line that the hosts would skip in silence is an error here.

/** Rules of a `_headers` file, in order. */
export function readHeaders(text) {
  const rules = [];
  for (const [number, line] of lines(text)) {
    if (!/^\s/.test(line)) {
      if (!/^(\/|https:\/\/)\S*$/.test(line.trim())) throw new Error(`_headers:${number}: not a path: ${line}`);
      rules.push({ pattern: pattern(line.trim()), headers: [] });
      continue;
    }
    const found = /^\s+([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(\S.*)$/.exec(line);
    if (!found) throw new Error(`_headers:${number}: not a header: ${line}`);
    if (rules.length === 0) throw new Error(`_headers:${number}: a header before the first path`);
    if (line.length > 2000) throw new Error(`_headers:${number}: longer than 2,000 characters`);
    rules.at(-1).headers.push([found[1].toLowerCase(), found[2].trim()]);
  }
  return rules;
}

/** The headers for a path; values of several rules for one header are joined. */
export function headersFor(rules, path) {
  const headers = {};
  for (const { pattern, headers: pairs } of rules) {
    if (!pattern.test(path)) continue;
    for (const [name, value] of pairs) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

/** Rules of a `_redirects` file, in order. */
export function readRedirects(text) {
  return lines(text).map(([number, line]) => {
    const [from, to, code = '301', ...rest] = line.trim().replace(/\s+#.*$/, '').split(/\s+/);
    const found = /^(200|301|302|303|307|308|404|410)(!?)$/.exec(code);
    if (!from?.startsWith('/') || !/^(\/|https?:\/\/)/.test(to ?? '') || !found || rest.length > 0) {
      throw new Error(`_redirects:${number}: not "from to status": ${line}`);
    }
    return { from, pattern: pattern(from), to, status: Number(found[1]), force: found[2] === '!' };
  });
}

/** The first rule for a path: `{ to, status, force }`. */
export function redirectFor(rules, path) {
  for (const { pattern, to, status, force } of rules) {
    // The hosts treat `/old` and `/old/` as one.
    const found = pattern.exec(path) ?? pattern.exec(path.endsWith('/') ? path.slice(0, -1) : `${path}/`);
    if (found) return { to: to.replace(/:([a-z]\w*)/gi, (whole, name) => found.groups?.[name] ?? whole), status, force };
  }
  return undefined;
}

function lines(text) {
  return text.split('\n')
    .map((line, index) => [index + 1, line.replace(/\r$/, '')])
    .filter(([, line]) => line.trim() !== '' && !line.trim().startsWith('#'));
}

/** `*` stands for anything, `:name` for one part of the path. */
function pattern(text) {
  let splats = 0;
  const source = decode(text).replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, () => (splats++ === 0 ? '(?<splat>.*)' : '.*'))
    .replace(/(?<=\/):([a-z]\w*)/gi, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`, 'u');
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
