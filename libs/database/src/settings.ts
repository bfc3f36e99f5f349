/** What the hub itself must remember, e.g. its signing keys and whether it holds demonstration data. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Database } from './database.js';

@Entity('settings')
export class Setting {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  value!: unknown;
}

export async function readSetting(database: Database, key: string): Promise<unknown> {
  const setting = await database.manager.findOneBy(Setting, { key });
  return setting?.value;
}

/** Tells this hub from others that share a Redis with it. */
export async function hubId(database: Database): Promise<string> {
  await database.query(
    `insert into settings (key, value) values ('hub-id', to_jsonb($1::text)) on conflict do nothing`,
    [randomUUID()],
  );
  return String(await readSetting(database, 'hub-id'));
}

/** Asked for with every letter; they never change. */
const keys = new WeakMap<Database, Map<string, Promise<Buffer>>>();

/** A secret of 32 bytes that every node of this hub shares, made the first time it is asked for. */
export function signingKey(database: Database, purpose: string): Promise<Buffer> {
  const known = keys.get(database) ?? new Map<string, Promise<Buffer>>();
  keys.set(database, known);
  const key = known.get(purpose) ?? findKey(database, purpose);
  known.set(purpose, key);
  key.catch(() => known.delete(purpose));
  return key;
}

async function findKey(database: Database, purpose: string): Promise<Buffer> {
  const key = `signing-key:${purpose}`;
  await database.query('insert into settings (key, value) values ($1, to_jsonb($2::text)) on conflict do nothing', [
    key,
    randomBytes(32).toString('base64'),
  ]);
  return Buffer.from(String(await readSetting(database, key)), 'base64');
}
