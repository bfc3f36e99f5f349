/** Compiles locales/<language>/*.json into one module per language, `virtual:catalogue/<language>`. */
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = 'virtual:catalogue/';
/** Texts that only the server speaks. */
const serverOnly = new Set(['mail.json']);

export function catalogues(folder: string): Plugin {
  return {
    name: 'catalogues',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const files = filesOf(join(folder, id.slice(prefix.length + 1)));
      for (const file of files) this.addWatchFile(file);
      return `export const messages = ${JSON.stringify(compile(files))};`;
    },
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !serverOnly.has(name))
    .sort()
    .map((name) => join(folder, name));
}

function compile(files: string[]): Record<string, CompiledMessage> {
  const compiled: Record<string, CompiledMessage> = {};
  for (const file of files) {
    for (const [id, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)) {
      if (id in compiled) throw new Error(`${id} stands in more than one catalogue; the second is ${file}.`);
      compiled[id] = compileOne(file, id, text);
    }
  }
  return compiled;
}

function compileOne(file: string, id: string, text: string): CompiledMessage {
  try {
    return compileMessageOrThrow(text);
  } catch (error) {
    throw new Error(`${id} in ${file} is not a message: ${String(error)}`, { cause: error });
  }
}
