/** Compiles locales/<language>/*.json by the part of the client that needs them: `virtual:catalogue/<language>/<part>`. */
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const address = /^\0?virtual:catalogue\/(\w+)\/(\w+)$/;

/** The catalogues of each part; one that stands in none is read by the server alone. */
const parts: Record<string, readonly string[]> = {
  base: ['common', 'failures'],
  entrance: ['session'],
  talk: ['channels'],
  inbox: ['notifications'],
  tools: ['tools'],
  marks: ['marks'],
  milestone: ['milestone'],
  places: ['home', 'networks', 'partnerships', 'people', 'reading'],
  rooms: ['moderation', 'rooms'],
  invalid: ['invalid'],
  invitations: ['invitations'],
  help: ['accessibility', 'help', 'privacy'],
  security: ['security'],
  field: ['field'],
  administration: ['administration'],
  broadcasts: ['broadcasts'],
  questions: ['questions'],
  knowledge: ['knowledge'],
  timeline: ['timeline'],
  visits: ['visits'],
  calendar: ['calendar'],
  preferences: ['preferences'],
};
const serverOnly = new Set(['mail', 'feed']);

export function catalogues(folder: string): Plugin {
  return {
    name: 'catalogues',
    buildStart: () => refuseStrays(folder),
    resolveId: (id) => (address.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, language = '', part = ''] = address.exec(id) ?? [];
      const names = parts[part];
      if (!names) return undefined;
      const files = names.map((name) => join(folder, language, `${name}.json`));
      for (const file of files) this.addWatchFile(file);
      return `export const messages = ${JSON.stringify(Object.assign({}, ...files.map(compile)))};`;
    },
  };
}

/** Each language has the same catalogues, each in one part, and no text stands in two of them. */
function refuseStrays(folder: string): void {
  const known = new Set([...Object.values(parts).flat(), ...serverOnly]);
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: language } of languages) {
    const seen = new Map<string, string>();
    for (const file of readdirSync(join(folder, language))) {
      const name = basename(file, '.json');
      if (!known.has(name)) throw new Error(`locales/${language}/${file} belongs to no part of the client.`);
      for (const id of Object.keys(texts(join(folder, language, file)))) {
        if (seen.has(id)) throw new Error(`${id} stands in both ${seen.get(id)} and ${name} of ${language}.`);
        seen.set(id, name);
      }
    }
  }
}

function texts(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

function compile(file: string): Record<string, CompiledMessage> {
  return Object.fromEntries(Object.entries(texts(file)).map(([id, text]) => [id, compileOne(file, id, text)]));
}

function compileOne(file: string, id: string, text: string): CompiledMessage {
  try {
    return compileMessageOrThrow(text);
  } catch (error) {
    throw new Error(`${id} in ${file} is not a message: ${String(error)}`, { cause: error });
  }
}
