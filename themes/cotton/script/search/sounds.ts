// How words sound: the same folding that made the index, by the table that came with it.

/** The table: spellings and their sounds, and sounds that are near each other (the first names the family). */
export type Table = { spellings: Record<string, string>; families: string[] };

export type Folding = {
  /** The sounds of the words of a text, in their order. */
  sounds(text: string): string[];
  /** The family of its first sound and those of the consonants after it: files of words are named by its beginning. */
  key(word: string): string;
  family(sound: string): string;
};

/** A mark that is written onto a letter and heard with it. */
const UNHEARD = /\p{M}/u;
/** Joiners change how letters are drawn, and would part what is spelt as one. */
const JOINERS = /[\u200c\u200d]/g;
const HEARD = /[\p{Alphabetic}\p{N}]/u;

export function folding({ spellings, families }: Table): Folding {
  const table = new Map(Object.entries(spellings));
  const longest = Math.max(...[...table.keys()].map((spelling) => spelling.length));
  const family = (sound: string): string => families.find((one) => one.includes(sound))?.charAt(0) ?? sound;

  function sounds(text: string): string[] {
    const letters = text.toLowerCase().replace(JOINERS, '').normalize('NFD');
    const words: string[] = [];
    let word = '';
    let at = 0;
    while (at < letters.length) {
      const spelling = spelt(letters, at);
      const letter = String.fromCodePoint(letters.codePointAt(at) ?? 0);
      if (spelling !== undefined) word = heard(word, table.get(spelling) ?? '');
      else if (HEARD.test(letter)) word = heard(word, letter);
      else if (!UNHEARD.test(letter)) {
        if (word) words.push(word);
        word = '';
      }
      at += (spelling ?? letter).length;
    }
    return word ? [...words, word] : words;
  }

  /** The longest spelling that stands at a place. */
  function spelt(letters: string, at: number): string | undefined {
    for (let length = longest; length > 0; length -= 1) {
      const part = letters.slice(at, at + length);
      if (part.length === length && table.has(part)) return part;
    }
    return undefined;
  }

  function key(word: string): string {
    const [first = '', ...rest] = [...word].map(family);
    return first + rest.filter((sound) => sound !== 'a').join('');
  }

  return { sounds, key, family };
}

/** Adds sounds; one that is there twice is heard once, but a digit is not heard. */
function heard(word: string, sound: string): string {
  let all = word;
  for (const one of sound) if (/\d/.test(one) || !all.endsWith(one)) all += one;
  return all;
}
