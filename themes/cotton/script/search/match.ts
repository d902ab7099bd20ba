// How far one word is from another, in sounds.

import type { Folding } from './sounds.js';

/** Sounds that are mistaken for each other, with what that costs; a whole mistake costs 1. Each pair in either order. */
const NEAR: Record<string, number> = {
  ao: 0.1, ei: 0.15, ou: 0.15,
  xc: 0.1, xC: 0.1, xk: 0.1, xK: 0.1, xs: 0.3,
  Rd: 0.3, RD: 0.3, rd: 0.4, rD: 0.4,
  cs: 0.5, Cs: 0.4, cS: 0.5, CS: 0.4, js: 0.6,
  nm: 0.5, fp: 0.3, jg: 0.5, lr: 0.7, ln: 0.7, ai: 0.3, ae: 0.2,
};
const VOWELS = 'aeiou';

/** What it costs to take one sound for another. */
function mistaken(a: string, b: string, folding: Folding): number {
  if (a === b) return 0;
  const near = NEAR[a + b] ?? NEAR[b + a];
  if (near !== undefined) return near;
  const family = folding.family(a);
  if (family !== folding.family(b)) return 1;
  return family === 'a' ? 0.25 : 0.12;
}

/** What it costs to leave a sound out, or to add it. */
function left(sound: string): number {
  if (VOWELS.includes(sound)) return sound === 'a' || sound === 'o' ? 0.12 : 0.2;
  if (sound === 'n' || sound === 'N') return 0.5;
  return sound === 'h' ? 0.4 : 1;
}

/** How many mistakes are forgiven, by the number of sounds that make up the key. */
function forgiven(sounds: number): number {
  if (sounds < 2) return 0.4;
  if (sounds < 3) return 0.55;
  return sounds < 5 ? 1.3 : 2.3;
}

/**
 * How well a word of the goods answers a word that is looked for, from 0 to 1. A word whose beginning is looked for
 * answers too, so that something is found while one types. Numbers are not mistyped.
 */
export function match(wanted: string, word: string, folding: Folding): number {
  if (wanted === word) return 1;
  if (/^\d+$/.test(wanted)) return word.startsWith(wanted) ? 0.6 : 0;
  const most = forgiven(folding.key(wanted).length);
  const costs = distance(wanted, word, most, folding);
  const cost = Math.min(costs.whole, costs.beginning + 0.15);
  return cost > most ? 0 : 1 - 0.3 * cost;
}

/** Damerau's distance (optimal string alignment) of a word to another, whole and to the beginning that fits best. */
function distance(wanted: string, word: string, most: number, folding: Folding): { whole: number; beginning: number } {
  const width = word.length + 1;
  let before: number[] = [];
  let last = new Array<number>(width).fill(0);
  for (let j = 1; j < width; j += 1) last[j] = at(last, j - 1) + left(word.charAt(j - 1));
  for (let i = 1; i <= wanted.length; i += 1) {
    const a = wanted.charAt(i - 1);
    const row = [at(last, 0) + left(a)];
    for (let j = 1; j < width; j += 1) {
      const b = word.charAt(j - 1);
      let cost = Math.min(at(last, j) + left(a), at(row, j - 1) + left(b), at(last, j - 1) + mistaken(a, b, folding));
      const turned = i > 1 && j > 1 && a === word.charAt(j - 2) && b === wanted.charAt(i - 2);
      if (turned) cost = Math.min(cost, at(before, j - 2) + 0.7);
      row.push(cost);
    }
    if (Math.min(...row) > most) return { whole: Infinity, beginning: Infinity };
    [before, last] = [last, row];
  }
  return { whole: at(last, width - 1), beginning: Math.min(...last) };
}

const at = (row: number[], place: number): number => row[place] ?? Infinity;
