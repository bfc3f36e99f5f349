/**
 * Rows as a file of separated values (RFC 4180) that a spreadsheet opens as text: with a mark of its encoding, and with
 * nothing in it that a spreadsheet would take for a formula.
 */
import type { Locale } from '@hub/contracts';

const byteOrderMark = '\uFEFF';

/** Where the comma is for decimals, spreadsheets split lines at semicolons. */
const separators: Record<Locale, string> = { en: ',', sv: ';' };

export function csvOf(rows: readonly (readonly string[])[], locale: Locale): string {
  const separator = separators[locale];
  return `${byteOrderMark}${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
