/**
 * Ties a handler to its contract: `@Route` parses the input and strips the answer with its schemas, so a handler is one
 * service call. `commands.ts` gives sockets the same handlers.
 */
import { apiPrefix, Failure, paths, routes, wrongFields, type Contract, type RouteName } from '@hub/contracts';
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
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { map, tap, type Observable } from 'rxjs';
import type { ZodType } from 'zod';

const contractKey = Symbol('contract');
const reflector = new Reflector();
const methods = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete };

/** The contract of the handler about to run, or undefined for one outside the contracts (health, metrics). */
export function contractOf(context: ExecutionContext): Contract | undefined {
  const name = routeOf(context.getHandler());
  return name === undefined ? undefined : routes[name];
}

/** The route that a method answers, or undefined. */
export function routeOf(handler: Function): RouteName | undefined {
  return reflector.get<RouteName | undefined>(contractKey, handler);
}

/** Rejects with every wrong field named. */
export function parsed(schema: ZodType, input: unknown): unknown {
  const outcome = schema.safeParse(input, { reportInput: true });
  if (outcome.success) return outcome.data;
  throw new Failure('INVALID', 'The input does not fit its contract.', { fields: wrongFields(outcome.error) });
}

@Injectable()
class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = contractOf(context);
    if (contract?.asMade) return next.handle().pipe(tap((answer: unknown) => beforeSending?.(contract, answer)));
    return next.handle().pipe(map((answer: unknown) => contract?.output.parse(answer ?? {})));
  }
}

let beforeSending: ((contract: Contract, answer: unknown) => void) | undefined;

/** For tests: looks at the answers that are sent as they were made. What it throws fails the request. */
export function inspectAsMade(look: typeof beforeSending): void {
  beforeSending = look;
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

function inputOf(_: undefined, context: ExecutionContext): unknown {
  const contract = contractOf(context);
  if (!contract) throw new Error('Only a route has an input.');
  return parsed(contract.input, raw(context));
}

function actorOf(_: undefined, context: ExecutionContext): unknown {
  return context.switchToHttp().getRequest<Request & { actor?: unknown }>().actor;
}

/** The input as its contract parsed it: path segments, query and body together. */
export const Input = createParamDecorator(inputOf);

/** Whoever asks, as the session guard found them. */
export const Me = createParamDecorator(actorOf);

/** Whether a controller's method takes `@Me()` and then `@Input()`, and nothing else. */
export function takesActorAndInput(controller: object, method: string): boolean {
  const taken = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as
    Record<string, { index: number; factory?: unknown }> | undefined;
  const inOrder = Object.values(taken ?? {}).sort((a, b) => a.index - b.index);
  return inOrder.length === 2 && inOrder[0]?.factory === actorOf && inOrder[1]?.factory === inputOf;
}

function raw(context: ExecutionContext): unknown {
  const request = context.switchToHttp().getRequest<Request>();
  const body: unknown = request.body;
  const said = Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (said && (typeof body !== 'object' || body === null || Array.isArray(body)))
    throw new Failure('INVALID', 'The body of a request is a JSON object.');
  return { ...request.query, ...(typeof body === 'object' ? body : undefined), ...request.params };
}
