/** The texts of letters, from the same catalogues as those of the pages. */
import type { Locale } from '@hub/contracts';
import { setupI18n, type I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type common from '../../../locales/en/common.json';
import type mail from '../../../locales/en/mail.json';
import { projectFolder } from '../../edge/site.js';

export type Words = (id: keyof typeof mail | keyof typeof common, values?: Record<string, string | number>) => string;

const languages = new Map<Locale, I18n>();

/** What letters say in this language. */
export function wordsIn(locale: Locale): Words {
  const language = languages.get(locale) ?? load(locale);
  return (id, values) => language._(id, values);
}

/** Every catalogue a letter may take its words from: those of letters, and the names of roles. */
function load(locale: Locale): I18n {
  const texts = ['mail', 'common'].map(
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
