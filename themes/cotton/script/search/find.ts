// Which goods answer a question, the best first.

import { match } from './match.js';
import type { Shelf } from './shelf.js';

export type Answer = {
  /** Numbers of the goods. */
  goods: number[];
  /** Whether no product has all that was asked for, and these only come nearest. */
  near: boolean;
};

/** How much a word says of a product: in its title, in the names of what it belongs to, in what is said of it. */
const WEIGHTS = [1, 0.75, 0.45];

/** Most words of a question, and most sounds of a word, that are looked for: a pasted page must not hold the phone up. */
const MOST_ASKED = 8;
const MOST_SOUNDS = 40;

/** Most words that are taken for one that is asked for. */
const MOST_WORDS = 16;

/** Files of words that one word may need; beginnings that need more wait for the next letter. */
const MOST_FILES = 4;

/** First sounds that stand for each other. */
const FIRST: Record<string, string> = { c: 'x', x: 'ck', k: 'x', p: 'f', f: 'p' };

/** Goods with how well each answers one word. */
type Scores = Map<number, number>;

/** Goods that answer `text`; all of them when there is no word in it. */
export async function find(shelf: Shelf, text: string): Promise<Answer> {
  const asked = shelf.folding.sounds(text.slice(0, 400)).slice(0, MOST_ASKED);
  const words = asked.map((word) => word.slice(0, MOST_SOUNDS));
  if (words.length === 0) return { goods: [...Array(shelf.index.count).keys()], near: false };
  const parts = await Promise.all(words.map((word) => scores(shelf, word)));
  const pairs = await Promise.all(words.slice(1).map((word, place) => scores(shelf, `${words[place]}${word}`)));
  const each = words.map((_, place) => together(parts[place], pairs[place], pairs[place - 1]));
  return ranked(each);
}

/** Goods of all, each as well as it answers the best of them. */
function together(...all: (Scores | undefined)[]): Scores {
  const best: Scores = new Map();
  for (const scores of all) {
    for (const [number, score] of scores ?? []) best.set(number, Math.max(score, best.get(number) ?? 0));
  }
  return best;
}

/** Goods that answer every word; where there are none, those that answer most of them. */
function ranked(words: Scores[]): Answer {
  const found = new Map<number, { words: number; score: number }>();
  for (const scores of words) {
    for (const [number, score] of scores) {
      const known = found.get(number) ?? { words: 0, score: 0 };
      found.set(number, { words: known.words + 1, score: known.score + score });
    }
  }
  const most = Math.max(0, ...[...found.values()].map((one) => one.words));
  const goods = [...found].filter(([, one]) => one.words === most);
  goods.sort(([a, one], [b, other]) => other.score - one.score || a - b);
  return { goods: goods.map(([number]) => number), near: most < words.length };
}

/** Goods of the words that `wanted` may be. */
async function scores(shelf: Shelf, wanted: string): Promise<Scores> {
  const words = await candidates(shelf, wanted);
  const best: Scores = new Map();
  const lists = await Promise.all(words.map(async (one) => ({ ...one, goods: await shelf.goods(one.word, one.found) })));
  for (const { quality, goods } of lists) {
    goods.forEach((numbers, weight) => {
      const score = quality * (WEIGHTS[weight] ?? 0);
      for (const number of numbers) best.set(number, Math.max(score, best.get(number) ?? 0));
    });
  }
  return best;
}

type Candidate = { word: string; found: string | number; quality: number };

/** Words of the goods that `wanted` may be, the likeliest first. One that is right leaves none that is mistyped. */
async function candidates(shelf: Shelf, wanted: string): Promise<Candidate[]> {
  const files = await Promise.all(filesOf(shelf, wanted).map((file) => shelf.words(file)));
  const all: Candidate[] = [];
  for (const words of files) {
    for (const [word, found] of Object.entries(words)) {
      const quality = match(wanted, word, shelf.folding);
      if (quality > 0) all.push({ word, found, quality });
    }
  }
  all.sort((a, b) => b.quality - a.quality || a.word.length - b.word.length);
  const best = all[0]?.quality ?? 0;
  return all.filter((one) => one.quality >= best - 0.16).slice(0, MOST_WORDS);
}

/** Files whose words may be `wanted`: those of its first sound and of what is mistaken for it. */
function filesOf(shelf: Shelf, wanted: string): number[] {
  const key = shelf.folding.key(wanted);
  const keys = [key, ...[...(FIRST[key.charAt(0)] ?? '')].map((first) => first + key.slice(1))];
  const files = keys.flatMap((one) => {
    const named = (test: (name: string) => boolean): number[] =>
      shelf.index.words.flatMap((names, file) => (names.some(test) ? [file] : []));
    const around = named((name) => one.startsWith(name) || name.startsWith(one));
    return around.length > MOST_FILES ? named((name) => one.startsWith(name)) : around;
  });
  return [...new Set(files)];
}
