/** Sources as they are written: kept as one text among the fields of a form. */
import type { AnswerSource } from '@hub/contracts';

export interface WrittenSource {
  title: string;
  url: string;
}

export function keptOf(sources: readonly WrittenSource[]): string {
  return sources.length === 0 ? '' : JSON.stringify(sources);
}

export function sourcesIn(kept: string): WrittenSource[] {
  return kept === '' ? [] : (JSON.parse(kept) as WrittenSource[]);
}

/** Without the lines that were left empty. */
export function filledOf(sources: readonly WrittenSource[]): WrittenSource[] {
  return sources.filter(({ title, url }) => `${title}${url}`.trim() !== '');
}

export function writtenOf(sources: readonly AnswerSource[]): WrittenSource[] {
  return sources.map(({ title, url }) => ({ title, url: url ?? '' }));
}

/** A line that was left empty is none. An address without its beginning is one of the web. */
export function givenOf(sources: readonly WrittenSource[]): AnswerSource[] {
  return filledOf(sources).map(({ title, url }) => ({ title, url: url.trim() === '' ? null : addressOf(url.trim()) }));
}

function addressOf(url: string): string {
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(url) ? `https://${url}` : url;
}
