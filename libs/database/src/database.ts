/**
 * The one way to the rows: SQL where it should be seen, TypeORM's manager for simple writes and finds, and
 * transactions whose hints leave only after the commit.
 */
import type pg from 'pg';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { outboxInsert } from './outbox.js';

type Values = readonly unknown[];

export class Database {
  private readonly promiseListeners: (() => void)[] = [];

  constructor(readonly dataSource: DataSource) {}

  /** Told in this process right after a commit that promised an effect. */
  onPromise(listener: () => void): void {
    this.promiseListeners.push(listener);
  }

  /** To be called after a statement that promised an effect outside of `transaction`. */
  promised(): void {
    for (const listener of this.promiseListeners) listener();
  }

  /** A hot statement, planned once for each connection under its name. */
  async prepared<Row extends object>(name: string, sql: string, values: Values): Promise<Row[]> {
    const pool = (this.dataSource.driver as PostgresDriver).master as pg.Pool;
    return (await pool.query<Row>({ name, text: sql, values: [...values] })).rows;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async query<Row extends object>(sql: string, values: Values = []): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return (await runner.query(sql, [...values], true)).records as Row[];
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work` in one transaction. What it gave to `afterCommit` runs once the commit is on disk, and not at all after
   * a rollback; a hint that fails is no failure of the write. Of transactions that waited for each other in a circle
   * Postgres undid one as a whole, so `work` begins anew.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, tries = 3): Promise<T> {
    const hints = new Set<() => void>();
    const promised = () => this.promised();
    let result: T;
    try {
      result = await this.dataSource.transaction((manager) => work(new Transaction(manager, hints, promised)));
    } catch (error) {
      if (tries > 1 && isDeadlock(error)) return this.transaction(work, tries - 1);
      throw error;
    }
    for (const hint of hints) {
      try {
        hint();
      } catch {
        // The change is stored; whoever missed the hint finds it there.
      }
    }
    return result;
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}

export class Transaction {
  constructor(
    readonly manager: EntityManager,
    private readonly hints: Set<() => void>,
    private readonly promised: () => void,
  ) {}

  async query<Row extends object>(sql: string, values: Values = []): Promise<Row[]> {
    const runner = this.manager.queryRunner;
    if (!runner) throw new Error('A transaction has its query runner.');
    return (await runner.query(sql, [...values], true)).records as Row[];
  }

  /** A hot statement, planned once for each connection under its name. */
  async prepared<Row extends object>(name: string, sql: string, values: Values): Promise<Row[]> {
    const client = (await (this.manager.queryRunner as PostgresQueryRunner).connect()) as pg.PoolClient;
    return (await client.query<Row>({ name, text: sql, values: [...values] })).rows;
  }

  /** False where its id is taken, also by what another transaction inserts at this moment. */
  async insertNew<Row extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<Row>,
    row: QueryDeepPartialEntity<Row>,
  ): Promise<boolean> {
    const insert = this.manager.createQueryBuilder().insert().into(entity).values(row);
    const { raw } = await insert.orIgnore().updateEntity(false).returning('id').execute();
    return (raw as object[]).length > 0;
  }

  afterCommit(hint: () => void): void {
    this.hints.add(hint);
  }

  /** Promises an effect: the relay makes a job of it once this transaction is committed. */
  async promise(topic: string, payloads: object[]): Promise<void> {
    if (payloads.length === 0) return;
    await this.query(outboxInsert, [topic, payloads.map((payload) => JSON.stringify(payload))]);
    this.afterCommit(this.promised);
  }
}
