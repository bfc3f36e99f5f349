/** Who stands for a person that was erased, and how their name and address are found in what was written. */
import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for each other. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export interface Pseudonym {
  name: string;
  initials: string;
  /** Of a domain that cannot be: no letter ever has it. */
  email: string;
}

export function newPseudonym(): Pseudonym {
  const code = Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return { name: `Former member ${code}`, initials: 'FM', email: `former-${code.toLowerCase()}@erased.invalid` };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const asHtml = (text: string) => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
const literally = (text: string) => text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');

/** A pattern of Postgres: the words as they stand, or as they stand in HTML, and not as a part of a longer word. */
export function patternOf(text: string): string {
  const forms = [...new Set([text, asHtml(text)])].map(literally);
  return `(?<![[:alnum:]_])(?:${forms.join('|')})(?![[:alnum:]_])`;
}

/**
 * A full name, of two words at least: it means its bearer wherever it stands. A single word may be any word, and is
 * taken for a name only in what its bearer wrote.
 */
export function isFullName(name: string): boolean {
  return /\p{L}{2,}\S*\s+\S*\p{L}{2,}/u.test(name);
}
