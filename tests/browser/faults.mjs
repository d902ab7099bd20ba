// A check answers with a list of faults, one line each: where, and what is wrong.
// A test fails when the list is not empty.

/** Throws when there are faults; the message is what a person reads. */
export function none(faults) {
  if (faults.length === 0) return;
  const lines = grouped(faults);
  const shown = lines.slice(0, 40).map((line) => `  ${line}`);
  if (lines.length > shown.length) shown.push(`  and ${lines.length - shown.length} more`);
  const error = new Error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}\n${shown.join('\n')}`);
  error.stack = error.message;
  throw error;
}

/** One line for the same fault of many pages: `where: what`. */
function grouped(faults) {
  const places = new Map();
  for (const fault of faults) {
    const [, where, what] = /^(?:(\S*\/\S*): )?([^]*)$/.exec(fault);
    places.set(what, (places.get(what) ?? new Set()).add(where));
  }
  return [...places].map(([what, [first, ...others]]) => {
    const more = others.length > 0 ? ` (and ${others.length} more: ${others.slice(0, 3).join(' ')}${others.length > 3 ? ' ...' : ''})` : '';
    return first === undefined ? what : `${first}: ${what}${more}`;
  });
}

/** Throws with one line when `value` is missing, else gives it back. */
export function need(value, reason) {
  if (value === undefined || value === null || value === false) none([reason]);
  return value;
}

/** What stands in only one of two lists, as faults. */
export function difference(wanted, found, { missing, extra }) {
  const faults = [];
  for (const one of new Set(wanted)) if (!found.includes(one)) faults.push(missing(one));
  for (const one of new Set(found)) if (!wanted.includes(one)) faults.push(extra(one));
  return faults;
}
