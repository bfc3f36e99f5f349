/** Asking over HTTP: a route's name and its input in, its answer or a `Failure` out. */
import type { FailureBody, Input, Output } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { apiPrefix, oftenPaths } from '@hub/contracts/often';
import type { RouteName } from '@hub/contracts/paths';

export type Call = <N extends RouteName>(name: N, input: Input<N>) => Promise<Output<N>>;

export interface CallOptions {
  /** Scheme, host and port of the hub; empty in a browser that it served. */
  origin: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** A program's personal token. */
  token?: string;
  /** What is known already of what is read at a path, which is then not asked for. */
  known?: (path: string) => unknown;
}

/**
 * A caller bound to one hub. Rejects with `Failure`: the hub's own code, or `UNAVAILABLE` where no answer came,
 * which says nothing about whether the request was carried out.
 */
export function caller({ origin, headers, token, known }: CallOptions): Call {
  return async (name, input) => {
    const { method, path, rest } = place(oftenPaths[name] ?? (await pathOf(name)), input);
    const hasBody = method === 'POST' || method === 'PATCH';
    const query = hasBody ? '' : queryOf(rest);
    const answered = method === 'GET' ? known?.(path + query) : undefined;
    if (answered !== undefined) return answered as never;
    let response: Response;
    try {
      response = await fetch(`${origin}${apiPrefix}${path}${query}`, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(hasBody && { 'content-type': 'application/json' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(hasBody && { body: JSON.stringify(rest) }),
      });
    } catch {
      throw new Failure('UNAVAILABLE', 'The hub could not be reached.');
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer as never;
    throw failureOf((answer as { error?: FailureBody } | undefined)?.error);
  };
}

/** Turns the error of a reply into what callers catch; an answer that is not the hub's own is `UNAVAILABLE`. */
export function failureOf(error: FailureBody | undefined): Failure {
  if (error === undefined) return new Failure('UNAVAILABLE', 'The hub gave no answer that could be read.');
  const { code, message, ...details } = error;
  return new Failure(code, message, details);
}

async function pathOf(name: RouteName): Promise<string> {
  try {
    return (await import('@hub/contracts/paths')).paths[name];
  } catch {
    throw new Failure('UNAVAILABLE', 'The hub could not be reached.');
  }
}

function place(route: string, input: object) {
  const [method = '', template = ''] = route.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = template.replace(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  return { method, path, rest };
}

function queryOf(values: Record<string, unknown>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
