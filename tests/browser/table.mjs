// A table of words and figures, as a test prints it.

/** Lines of columns under `heads`; the first column is words, the others are figures. */
export function table(heads, rows) {
  const lines = [heads, ...rows];
  const widths = heads.map((_, place) => Math.max(...lines.map((line) => line[place].length)));
  return lines.map((line) => `  ${line.map((cell, place) => (place === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[place]))).join('  ')}`).join('\n');
}
