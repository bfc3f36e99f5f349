/** Makes a hub out of its configuration and a reachable database; the start script and the tests both begin here. */
import { migrateQueue, postgresBackend, redisBackend } from '@hub/queue';
import { hubId, openDatabase, pgConnection, type Connection, type Database } from '@hub/database';
import { Live, LiveAdapter, PostgresBus, RedisBus, type Bus } from '@hub/realtime';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { Address } from './edge/address.js';
import { Log, pathOf } from './edge/log.js';
import { Metrics } from './edge/metrics.js';
import { Origins } from './edge/origins.js';
import { site } from './edge/site.js';
import { readToken } from './modules/identity/cookie.js';
import { FirstAnswers } from './modules/sync/first-answers.js';
import { entities, migrations } from './schema.js';

export interface App {
  port: number;
  database: Database;
  nest: NestExpressApplication;
  close(): Promise<void>;
}

/** How long a stopping hub lets requests finish, ms. */
const patienceMs = 5_000;

/** The largest request body: a message at its longest in any script, with room to spare. */
const largestBody = '128kb';

/** `otherBus` instead of the one that the configuration says, e.g. one that loses everything. */
export async function startApp(
  config: Config,
  database: Database,
  connection: Connection,
  otherBus?: Bus,
): Promise<App> {
  const log = new Log(config.logLevel);
  const { bus, backend } = await lines(config, database, connection);
  const live = new Live(otherBus ?? bus);
  await live.start();
  const nest = await NestFactory.create<NestExpressApplication>(
    AppModule.of({ config, log, database, live, backend }),
    {
      logger: log,
      bodyParser: false,
      abortOnError: false,
    },
  );
  live.onCut((reason) => {
    nest.get(Metrics).cuts.inc({ reason });
    log.info({ reason }, 'socket cut');
  });
  nest.useWebSocketAdapter(new LiveAdapter(nest));
  nest.set('trust proxy', config.trustedProxies);
  nest.set('query parser', 'simple');
  nest.disable('x-powered-by');
  nest.use(nest.get(Metrics).onRequests, requestLog(log), helmet(headers(config)), compression());
  if (config.roles.includes('api'))
    nest.use(
      site({
        isReturning: (cookies) => readToken(cookies, config.secure) !== undefined,
        firstAnswers: (request) => nest.get(FirstAnswers, { strict: false }).to(request),
      }),
    );
  nest.use('/api', privately);
  nest.use(nest.get(Origins).onWrites);
  nest.useBodyParser('json', { limit: largestBody });
  nest.use('/api/unsubscriptions', withoutForm);
  await nest.init();
  const port = await listen(nest.getHttpServer(), config);
  nest.get(Address).listensAt(port);
  return {
    port,
    database,
    nest,
    close: async () => {
      // Who has not said everything by then is not waited for.
      setTimeout(() => nest.getHttpServer().closeAllConnections(), patienceMs).unref();
      await nest.close();
      await live.stop();
      await backend.queue.close();
      await backend.close();
      await database.dataSource.destroy();
    },
  };
}

/** Answers are for one person and one moment: no cache between, and no history on a shared computer, keeps them. */
function privately(_: Request, response: Response, next: NextFunction): void {
  response.setHeader('cache-control', 'no-store');
  next();
}

/** A mail program's one click posts a form, which says nothing beyond its address. */
function withoutForm(request: Request, _: Response, next: NextFunction): void {
  request.body ??= {};
  next();
}

/** Nest's own `listen` logs what it throws; here the caller says it in a sentence. */
async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

export function openHubDatabase(connection: Connection): Promise<Database> {
  return openDatabase({ connection, entities, migrations, alsoMigrate: migrateQueue });
}

/** The bus between nodes and the job queue: on Redis where there is one, else on Postgres. */
async function lines({ redisUrl }: Config, database: Database, connection: Connection) {
  if (redisUrl !== undefined)
    return { backend: await redisBackend(redisUrl), bus: new RedisBus(redisUrl, await hubId(database)) };
  const own = pgConnection(connection);
  return { backend: postgresBackend(own), bus: new PostgresBus(own) };
}

/** Method, path without its query or a secret in it, status and time; no addresses, headers or bodies. */
function requestLog({ pino }: Log) {
  return ({ method, originalUrl }: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    // Also where whoever asked went away before the answer.
    response.once('close', () => {
      const status = response.statusCode;
      const level = status >= 500 ? 'error' : 'debug';
      if (!pino.isLevelEnabled(level)) return;
      const responseTime = Math.round(performance.now() - began);
      const told = { req: { method, path: pathOf(originalUrl) }, res: { status }, responseTime };
      pino[level](told, status >= 500 ? 'request failed' : 'request');
    });
    next();
  };
}

function headers({ secure }: Config): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'same-origin' },
  };
}
