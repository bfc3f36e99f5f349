/** A table as CSV (RFC 4180), with a mark that tells spreadsheets its encoding. */

/** What a spreadsheet would run as a formula is given as text: somebody else wrote it. */
const looksLikeFormula = /^[\s]*[=+\-@]|^[\t\r\n]/;

export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
