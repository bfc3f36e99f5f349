/** Structured logs on standard output. They carry no texts, addresses, cookies or query strings. */
import { Injectable, type LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** Nest's own chatter at start (modules, routes) tells an operator nothing. */
const startChatter = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'WebSocketsController',
  'NestApplication',
]);

@Injectable()
export class Log implements LoggerService {
  readonly pino: pino.Logger;

  constructor(level: string) {
    this.pino = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  }

  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }

  error(fields: unknown, message?: unknown): void {
    if (typeof fields === 'object' && fields !== null) this.pino.error(fields, String(message));
    else this.pino.error({ stack: message }, String(fields));
  }

  log(message: unknown, context?: string): void {
    if (context === undefined || !startChatter.has(context)) this.pino.info({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
}

/** The path without its query, and without the secret in the address of a calendar feed or of a letter's link, however it is written. */
export function pathOf(url: string): string {
  const [path = ''] = url.split('?');
  return path
    .replace(
      /^(\/+(?:calendar|(?:api\/+)?(?:acknowledgements?|acknowledge|unsubscriptions?|unsubscribe))\/+)[^/]+/i,
      '$1…',
    )
    .replace(/[\w%-]{40,}(?=\.ics)/gi, '…');
}

const quietMs = 10_000;

/** Lets one through and then none for ten seconds: what fails in a loop must not fill the log. */
export function seldom<T>(tell: (what: T, untold: number) => void): (what: T) => void {
  let quietUntil = 0;
  let untold = 0;
  return (what) => {
    if (Date.now() < quietUntil) {
      untold++;
      return;
    }
    quietUntil = Date.now() + quietMs;
    tell(what, untold);
    untold = 0;
  };
}
