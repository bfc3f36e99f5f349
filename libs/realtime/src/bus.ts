/**
 * The bus carries hints between nodes, and nothing that cannot be found in Postgres: a lost hint costs time, never a
 * message. It runs on Postgres NOTIFY, or on Redis where the hub is scaled out.
 */
import { Redis } from 'ioredis';
import pg from 'pg';

export interface Bus {
  /** Never rejects: a hint that cannot be sent is as good as lost. */
  publish(hint: string): Promise<void>;
  /** `onReturn` is told when the bus is back after it was away and hints may have been lost. */
  subscribe(listener: (hint: string) => void, onReturn: () => void): Promise<void>;
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
  private onReturn: (() => void) | undefined;

  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly query: (sql: string, values: unknown[]) => Promise<unknown>,
  ) {}

  async publish(hint: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [channel, hint]).catch(() => undefined);
  }

  async subscribe(listener: (hint: string) => void, onReturn: () => void): Promise<void> {
    this.listener = listener;
    await this.listen();
    this.onReturn = onReturn;
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
      this.onReturn?.();
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
  private readonly channel: string;
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  /** `hubId` keeps hubs that share a Redis apart: its channels know no database number. */
  constructor(url: string, hubId: string) {
    this.channel = `${channel}:${hubId}`;
    // While Redis is away a hint is dropped at once instead of waiting and arriving late.
    this.publisher = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, lazyConnect: true });
    this.subscriber = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', () => undefined);
  }

  async publish(hint: string): Promise<void> {
    await this.publisher.publish(this.channel, hint).catch(() => undefined);
  }

  async subscribe(listener: (hint: string) => void, onReturn: () => void): Promise<void> {
    this.subscriber.on('message', (_, hint: string) => listener(hint));
    await Promise.all([this.publisher.connect(), this.subscriber.connect()]);
    await this.subscriber.subscribe(this.channel);
    this.subscriber.on('ready', onReturn);
  }

  async close(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
