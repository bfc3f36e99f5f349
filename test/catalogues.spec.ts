/** Every language says everything, with the same blanks to fill. */
import { FailureCode, FieldProblem, locales, roles } from '@hub/contracts';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Catalogue = Record<string, string>;

function filesOf(locale: string): string[] {
  const folder = join(import.meta.dirname, '../locales', locale);
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
}

const catalogueOf = (locale: string): Catalogue =>
  Object.assign({}, ...filesOf(locale).map((file) => JSON.parse(file) as Catalogue)) as Catalogue;

/** The names of a message's blanks, however deep in its plurals. */
function blanks(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return [];
  const names = compiled.flatMap((part: unknown) => {
    if (!Array.isArray(part)) return [];
    const [name, , choices] = part as [string, string?, object?];
    return [name, ...Object.values(choices ?? {}).flatMap(blanks)];
  });
  return [...new Set(names)].sort();
}

const english = catalogueOf('en');

describe.each(locales)('the catalogue in %s', (locale) => {
  const catalogue = catalogueOf(locale);

  it('has every text, and none beside', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries(catalogue).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('says each of them once', () => {
    const ids = filesOf(locale).flatMap((file) => [...file.matchAll(/^ {2}"([^"]+)":/gm)].map(([, id]) => id));
    expect(ids.filter((id, n) => ids.indexOf(id) < n)).toEqual([]);
  });

  it('fills the same blanks', () => {
    const different = Object.keys(english).filter(
      (id) => blanks(compileMessage(catalogue[id] ?? '')).join() !== blanks(compileMessage(english[id] ?? '')).join(),
    );
    expect(different).toEqual([]);
  });

  it('names every refusal, every wrong field and every role', () => {
    const wanted = [
      ...FailureCode.options.map((code) => `failure.${code}`),
      ...FieldProblem.options.map((problem) => `invalid.${problem}`),
      ...roles.map((role) => `role.${role}`),
    ];
    expect(wanted.filter((id) => !(id in catalogue))).toEqual([]);
  });
});
