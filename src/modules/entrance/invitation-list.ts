/** Reads a list of people to invite as spreadsheets save it: which line says what, and what is wrong with it by itself. */
import {
  EmailAddress,
  invitationColumns,
  locales,
  mostInvitations,
  roles,
  type CsvFault,
  type CsvProblem,
  type InvitationColumn,
  type Locale,
  type Role,
  type Side,
} from '@hub/contracts';
import { CsvError, parse } from 'csv-parse/sync';
import { wordsIn } from '../mail/words.js';

export interface ListedPerson {
  line: number;
  email: string;
  name: string;
  role: Role | null;
  /** As it is written: a name or an address of its page. */
  partnership: string | null;
  side: Side | null;
  lastOn: string | null;
  locale: Locale;
  faults: CsvFault[];
}

export interface ReadList {
  faults: CsvFault[];
  people: ListedPerson[];
}

const needed: readonly InvitationColumn[] = ['email', 'name', 'role'];
const longest: Partial<Record<InvitationColumn, number>> = { name: 120 };
const shownOfValue = 60;

/** What people call a column, a side and a language, beside its own name. */
const columnWords: Record<string, InvitationColumn> = {
  'e-mail': 'email',
  'e-post': 'email',
  epost: 'email',
  mail: 'email',
  namn: 'name',
  roll: 'role',
  partnerskap: 'partnership',
  sida: 'side',
  'till och med': 'until',
  till: 'until',
  språk: 'language',
};
const sideWords: Record<string, Side> = {
  swedish: 'swedish',
  svensk: 'swedish',
  svenska: 'swedish',
  international: 'international',
  internationell: 'international',
  internationella: 'international',
};
const languageWords: Record<string, Locale> = {
  en: 'en',
  english: 'en',
  engelska: 'en',
  sv: 'sv',
  swedish: 'sv',
  svenska: 'sv',
};
const roleWords = new Map<string, Role>(
  roles.flatMap((role) => [
    [role, role],
    [role.replaceAll('_', ' '), role],
    ...locales.map((locale) => [folded(wordsIn(locale)(`role.${role}`)), role] as [string, Role]),
  ]),
);

/** `today` is the first day that can be a last one, `YYYY-MM-DD`. */
export function readList(csv: string, today: string): ReadList {
  if (/[\uFFFD\p{Surrogate}]/u.test(csv)) return { faults: [fault(null, 'not_utf8')], people: [] };
  if (csv.trim() === '') return { faults: [fault(null, 'empty')], people: [] };
  const rows = cellsOf(csv);
  if (!rows) return { faults: [fault(null, 'not_csv')], people: [] };
  const [header, ...rest] = rows;
  const { columns, faults } = columnsOf(header?.cells ?? []);
  if (rest.length === 0 && faults.length === 0) faults.push(fault(null, 'empty'));
  if (rest.length > mostInvitations) faults.push(fault(null, 'too_many_lines', String(rest.length)));
  if (faults.length > 0) return { faults, people: [] };
  const people = rest.map(({ line, cells }) => personOf(line, cells, { columns, today }));
  markDoubles(people);
  return { faults: [], people };
}

interface Row {
  line: number;
  cells: string[];
}

function cellsOf(csv: string): Row[] | undefined {
  const [first = ''] = csv.replace(/^\uFEFF?\s*/, '').split('\n');
  // Swedish spreadsheets save with semicolons.
  const delimiter = [';', '\t', ','].reduce((best, sign) =>
    first.split(sign).length > first.split(best).length ? sign : best,
  );
  try {
    const rows = parse(csv, {
      bom: true,
      delimiter,
      trim: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 10_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function columnsOf(header: string[]): { columns: InvitationColumn[]; faults: CsvFault[] } {
  const named = header.map((word) => {
    const key = folded(word);
    return (invitationColumns as readonly string[]).includes(key) ? (key as InvitationColumn) : columnWords[key];
  });
  if (named.every((column) => column === undefined))
    return { columns: [], faults: [fault(null, 'no_header', header.join(' '))] };
  const columns = named.filter((column) => column !== undefined);
  const faults = [
    ...header.filter((_, n) => named[n] === undefined).map((word) => fault(null, 'unknown_column', word)),
    ...columns.filter((column, n) => columns.indexOf(column) !== n).map((column) => fault(column, 'double_column')),
    ...needed.filter((column) => !columns.includes(column)).map((column) => fault(column, 'missing_column')),
  ];
  return { columns, faults };
}

function personOf(
  line: number,
  cells: string[],
  { columns, today }: { columns: InvitationColumn[]; today: string },
): ListedPerson {
  const faults: CsvFault[] = [];
  const written = (column: InvitationColumn) => cells[columns.indexOf(column)] ?? '';
  const wrong = (column: InvitationColumn | null, problem: CsvProblem) =>
    void faults.push(fault(column, problem, column === null ? '' : written(column)));
  const choice = <T>(
    column: InvitationColumn,
    words: Record<string, T> | Map<string, T>,
    problem: CsvProblem,
  ): T | null => {
    const word = folded(written(column));
    if (word === '') return null;
    const known = words instanceof Map ? words.get(word) : Object.hasOwn(words, word) ? words[word] : undefined;
    if (known === undefined) wrong(column, problem);
    return known ?? null;
  };

  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
    wrong(null, 'too_many_cells');
  if (cells.length < columns.length) wrong(null, 'too_few_cells');
  for (const column of columns) {
    const text = written(column);
    if (needed.includes(column) && text === '') wrong(column, 'required');
    // oxlint-disable-next-line no-control-regex -- what cannot be in a name is what this looks for
    if (/[\u0000-\u001F\u007F]/.test(text)) wrong(column, 'malformed');
    if (text.length > (longest[column] ?? 254)) wrong(column, 'too_long');
  }
  const email = written('email');
  if (email !== '' && !EmailAddress.safeParse(email).success) wrong('email', 'not_an_address');
  const until = written('until');
  if (until !== '' && !isDay(until)) wrong('until', 'not_a_date');
  else if (until !== '' && until < today) wrong('until', 'past_date');
  return {
    line,
    email: shown(email, 254),
    name: shown(written('name'), 120),
    role: choice('role', roleWords, 'unknown_role'),
    partnership: written('partnership') || null,
    side: choice('side', sideWords, 'unknown_side'),
    lastOn: isDay(until) ? until : null,
    locale: choice('language', languageWords, 'unknown_language') ?? 'en',
    faults,
  };
}

/** The same person and role twice is a slip of the hand; the first stands. */
function markDoubles(people: ListedPerson[]): void {
  const seen = new Set<string>();
  for (const { email, role, partnership, side, faults } of people) {
    const key = [folded(email), role, folded(partnership ?? ''), side].join('\n');
    if (seen.has(key)) faults.push(fault('email', 'double_line', email));
    seen.add(key);
  }
}

export function fault(column: InvitationColumn | null, problem: CsvProblem, value = ''): CsvFault {
  return { column, problem, value: shown(value) };
}

function shown(value: string, length = shownOfValue): string {
  return value.length > length ? `${value.slice(0, length).replace(/\p{Surrogate}$/u, '')}…` : value;
}

export function folded(word: string): string {
  return word.trim().toLowerCase().replace(/\s+/g, ' ');
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
