/**
 * Ties a handler to its contract. `@Route` answers over HTTP and `@Command` on a socket; both parse the input and
 * strip the answer with the same schemas, so a handler is one service call.
 */
import {
  apiPrefix,
  Failure,
  paths,
  routes,
  wrongFields,
  type CommandName,
  type Contract,
  type RouteName,
} from '@hub/contracts';
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Patch,
  Post,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SubscribeMessage } from '@nestjs/websockets';
import type { Request } from 'express';
import { catchError, map, of, type Observable } from 'rxjs';
import type { Socket } from 'socket.io';
import { Troubles } from './troubles.js';

const contractKey = Symbol('contract');
const reflector = new Reflector();
const methods = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete };

/** The contract of the handler about to run, or undefined for one outside the contracts (health, metrics). */
export function contractOf(context: ExecutionContext): Contract | undefined {
  const name = reflector.get<RouteName | undefined>(contractKey, context.getHandler());
  return name === undefined ? undefined : routes[name];
}

@Injectable()
class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((answer: unknown) => contractOf(context)?.output.parse(answer ?? {})));
  }
}

/** Makes the acknowledgement of a command, whether it was carried out or refused. */
@Injectable()
class ReplyInterceptor implements NestInterceptor {
  constructor(private readonly troubles: Troubles) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => ({ ok: true, data: contractOf(context)?.output.parse(answer ?? {}) })),
      catchError((error: unknown) => of({ ok: false, error: this.troubles.toBody(error) })),
    );
  }
}

export function Route(name: RouteName): MethodDecorator {
  const [method, path] = paths[name].split(' ') as [keyof typeof methods, string];
  return applyDecorators(
    methods[method](`${apiPrefix}${path}`),
    HttpCode(200),
    SetMetadata(contractKey, name),
    UseInterceptors(AnswerInterceptor),
  );
}

export function Command(name: CommandName): MethodDecorator {
  return applyDecorators(SubscribeMessage(name), SetMetadata(contractKey, name), UseInterceptors(ReplyInterceptor));
}

/** The input as its contract parsed it: path segments, query and body together, or a command's payload. */
export const Input = createParamDecorator((_: undefined, context: ExecutionContext): unknown => {
  const contract = contractOf(context);
  if (!contract) throw new Error('Only a route or a command has an input.');
  const parsed = contract.input.safeParse(raw(context), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Failure('INVALID', 'The input does not fit its contract.', { fields: wrongFields(parsed.error) });
});

/** Whoever asks, as the session guard or the handshake found them. */
export const Me = createParamDecorator((_: undefined, context: ExecutionContext): unknown =>
  context.getType() === 'ws'
    ? (context.switchToWs().getClient<Socket>().data as { actor: unknown }).actor
    : context.switchToHttp().getRequest<Request & { actor?: unknown }>().actor,
);

function raw(context: ExecutionContext): unknown {
  if (context.getType() === 'ws') return context.switchToWs().getData<unknown>();
  const request = context.switchToHttp().getRequest<Request>();
  const body: unknown = request.body;
  const said = Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (said && (typeof body !== 'object' || body === null || Array.isArray(body)))
    throw new Failure('INVALID', 'The body of a request is a JSON object.');
  return { ...request.query, ...(typeof body === 'object' ? body : undefined), ...request.params };
}
