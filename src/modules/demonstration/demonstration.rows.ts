/** Rows by the name of their table and columns, ids that follow from what they name, and one statement for many rows. */
import type { Transaction } from '@hub/database';
import { v5 } from 'uuid';

export type Row = Record<string, unknown>;

const namespace = '5d2f6d0e-6f0c-5c7e-9a51-7a1b4b1c2f10';

/** The same id for the same thing in every demonstration. */
export function idOf(kind: string, key: string): string {
  return v5(`${kind}:${key}`, namespace);
}

export async function insert(tx: Transaction, table: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
