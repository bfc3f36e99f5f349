/** The texts of letters and of calendar feeds, from the same catalogues as those of the pages. */
import type { Locale } from '@hub/contracts';
import { setupI18n, type I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type common from '../../../locales/en/common.json';
import type feed from '../../../locales/en/feed.json';
import type mail from '../../../locales/en/mail.json';
import { projectFolder } from '../../edge/site.js';

type WordId = keyof typeof mail | keyof typeof feed | keyof typeof common;
export type Words = (id: WordId, values?: Record<string, string | number>) => string;

const languages = new Map<Locale, I18n>();

/** What letters and feeds say in this language. */
export function wordsIn(locale: Locale): Words {
  const language = languages.get(locale) ?? load(locale);
  return (id, values) => language._(id, values);
}

/** Every catalogue they may take their words from: their own, and the names of roles. */
function load(locale: Locale): I18n {
  const texts = ['mail', 'feed', 'common'].map(
    (name) =>
      JSON.parse(readFileSync(join(projectFolder, 'locales', locale, `${name}.json`), 'utf8')) as Record<
        string,
        string
      >,
  );
  const messages = Object.fromEntries(
    Object.entries(Object.assign({}, ...texts) as Record<string, string>).map(([id, text]) => [
      id,
      compileMessage(text),
    ]),
  );
  const language = setupI18n({ locale, messages: { [locale]: messages } });
  languages.set(locale, language);
  return language;
}
