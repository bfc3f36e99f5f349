/**
 * The bus carries hints between nodes, and nothing that cannot be found in Postgres: a lost hint costs time, never a
 * message. It runs on Postgres NOTIFY, or on Redis where the hub is scaled out.
 */
import { Redis } from 'ioredis';
import pg from 'pg';

export interface Bus {
  /** Never rejects: a hint that cannot be sent is as good as lost. */
  publish(hint: string): Promise<void>;
  subscribe(listener: (hint: string) => void): Promise<void>;
  close(): Promise<void>;
}

/** The longest hint that every bus carries, bytes: NOTIFY takes less than 8,000. */
export const longestHint = 7_900;

const channel = 'samverka';
const reconnectMs = 1_000;

export class PostgresBus implements Bus {
  private client: pg.Client | undefined;
  private closed = false;
  private listener: ((hint: string) => void) | undefined;

  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly query: (sql: string, values: unknown[]) => Promise<unknown>,
  ) {}

  async publish(hint: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [channel, hint]).catch(() => undefined);
  }

  async subscribe(listener: (hint: string) => void): Promise<void> {
    this.listener = listener;
    await this.listen();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ ...this.connection, keepAlive: true });
    client.on('notification', ({ payload }) => payload !== undefined && this.listener?.(payload));
    client.on('error', () => undefined);
    client.on('end', () => this.again());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.client = client;
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  private again(): void {
    this.client = undefined;
    if (!this.closed) setTimeout(() => void this.listen(), reconnectMs).unref();
  }
}

export class RedisBus implements Bus {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  constructor(url: string) {
    // While Redis is away a hint is dropped at once instead of waiting and arriving late.
    this.publisher = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, lazyConnect: true });
    this.subscriber = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', () => undefined);
  }

  async publish(hint: string): Promise<void> {
    await this.publisher.publish(channel, hint).catch(() => undefined);
  }

  async subscribe(listener: (hint: string) => void): Promise<void> {
    this.subscriber.on('message', (_, hint: string) => listener(hint));
    await Promise.all([this.publisher.connect(), this.subscriber.connect()]);
    await this.subscriber.subscribe(channel);
  }

  async close(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
