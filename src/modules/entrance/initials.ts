/** The letters that stand for a person, from their name as they write it: the first of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = [first, last].map((word) => (word === undefined ? '' : firstLetter(word))).join('');
  return letters === '' ? firstOf(name.trim()) : letters;
}

/** Without the particles and quotation marks before it: `d'Arc` is A, `O'Neill` O. */
function firstLetter(word: string): string {
  const [, rest = word] = /^\p{Ll}['’](.+)$/u.exec(word) ?? [];
  return firstOf(/\p{L}.*$/u.exec(rest)?.[0] ?? rest).toLocaleUpperCase();
}

/** What a reader takes for one character, however many code points it is. */
function firstOf(text: string): string {
  const [first] = new Intl.Segmenter().segment(text);
  return first?.segment.slice(0, 4) ?? '?';
}
