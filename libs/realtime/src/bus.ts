/**
 * The bus carries hints between nodes, and nothing that cannot be found in Postgres: a lost hint costs time, never a
 * message. It runs on Postgres NOTIFY, or on Redis where the hub is scaled out.
 */
import { Redis } from 'ioredis';
import pg from 'pg';

export interface Bus {
  /** The longest text that it carries, bytes. */
  readonly longest: number;
  /** Sends them in one go. Never rejects: a hint that cannot be sent is as good as lost. */
  publish(texts: string[]): Promise<void>;
  /** `onReturn` is told when the bus is back after it was away and hints may have been lost. */
  subscribe(listener: (text: string) => void, onReturn: () => void): Promise<void>;
  close(): Promise<void>;
}

const channel = 'samverka';
const reconnectMs = 1_000;
/** A bus that does not answer for so long counts as away, ms. */
const patienceMs = 5_000;

/** One connection of its own, to listen and to notify: the pool stays with those who wait for answers. */
export class PostgresBus implements Bus {
  /** NOTIFY takes less than 8,000. */
  readonly longest = 7_900;
  private client: pg.Client | undefined;
  private closed = false;
  private listener: ((text: string) => void) | undefined;
  private onReturn: (() => void) | undefined;

  constructor(private readonly connection: pg.ClientConfig) {}

  async publish(texts: string[]): Promise<void> {
    const { client } = this;
    try {
      await client?.query('select pg_notify($1, text) from unnest($2::text[]) text', [channel, texts]);
    } catch {
      if (client) this.lose(client);
    }
  }

  async subscribe(listener: (text: string) => void, onReturn: () => void): Promise<void> {
    this.listener = listener;
    await this.connect();
    this.onReturn = onReturn;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      ...this.connection,
      keepAlive: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    client.on('notification', ({ payload }) => payload !== undefined && this.listener?.(payload));
    client.on('error', () => undefined);
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      // A hint need not be on disk before it is told.
      await client.query(`set synchronous_commit to off; listen ${channel}`);
    } catch {
      this.leave(client);
      return;
    }
    if (this.closed) {
      await client.end();
      return;
    }
    this.client = client;
    this.onReturn?.();
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.leave(client);
  }

  private leave(client: pg.Client): void {
    void client.end().catch(() => undefined);
    if (!this.closed) setTimeout(() => void this.connect(), reconnectMs).unref();
  }
}

export class RedisBus implements Bus {
  readonly longest = 64 * 1024;
  private readonly channel: string;
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  /** `hubId` keeps hubs that share a Redis apart: its channels know no database number. */
  constructor(url: string, hubId: string) {
    this.channel = `${channel}:${hubId}`;
    // While Redis is away a hint is dropped at once instead of waiting and arriving late.
    const impatient = { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: patienceMs };
    this.publisher = new Redis(url, { ...impatient, lazyConnect: true });
    this.subscriber = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', () => undefined);
  }

  async publish(texts: string[]): Promise<void> {
    const pipeline = this.publisher.pipeline();
    for (const text of texts) pipeline.publish(this.channel, text);
    await pipeline.exec().catch(() => undefined);
  }

  async subscribe(listener: (text: string) => void, onReturn: () => void): Promise<void> {
    this.subscriber.on('message', (_, text: string) => listener(text));
    await Promise.all([this.publisher.connect(), this.subscriber.connect()]);
    await this.subscriber.subscribe(this.channel);
    this.subscriber.on('ready', onReturn);
  }

  async close(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
