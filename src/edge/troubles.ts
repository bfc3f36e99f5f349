/** Turns whatever was thrown into what the asker may know, and logs the rest under an id that the asker can quote. */
import { Failure, type FailureBody, type FailureCode } from '@hub/contracts';
import { isPassing, refusalOf } from '@hub/database';
import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { Log } from './log.js';

const statuses: Record<FailureCode, number> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

@Injectable()
@Catch()
export class Troubles implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const body = this.toBody(error);
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.status(statuses[body.code]).json({ error: body });
  }

  toBody(error: unknown): FailureBody {
    if (error instanceof Failure) return { code: error.code, message: error.message, ...error.details };
    if (error instanceof HttpException) return fromHttp(error);
    if (hasType(error, 'entity.too.large')) return { code: 'TOO_LARGE', message: 'The request is too large.' };
    if (hasType(error, 'entity.parse.failed')) return { code: 'INVALID', message: 'The request is not valid JSON.' };
    const rule = refusalOf(error);
    if (rule !== undefined) return { code: 'FORBIDDEN', message: rule };
    const errorId = randomUUID();
    this.log.error(describe(error), `trouble ${errorId}`);
    return isPassing(error)
      ? { code: 'UNAVAILABLE', message: 'The hub cannot answer just now; try again.', errorId }
      : { code: 'INTERNAL', message: 'Something went wrong in the hub.', errorId };
  }
}

function fromHttp(error: HttpException): FailureBody {
  const status = error.getStatus();
  if (status === 404) return { code: 'NOT_FOUND', message: 'There is nothing here.' };
  if (status === 413) return { code: 'TOO_LARGE', message: 'The request is too large.' };
  if (status >= 500) return { code: 'UNAVAILABLE', message: 'The hub cannot answer just now; try again.' };
  return { code: 'INVALID', message: 'The request could not be read.' };
}

function hasType(error: unknown, type: string): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === type;
}

/** The stack without the message: a database's error may quote the values of a row. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, code: 'code' in error ? error.code : undefined, frames };
}
