/** OpenAPI 3.1 made from the contracts, so that it cannot say anything else than the hub does. */
import { apiPrefix, FailureBody, paths, routes, type Contract, type RouteName } from '@hub/contracts';
import { z } from 'zod';

type Schema = Record<string, unknown>;

export interface Operation {
  operationId: string;
  summary: string;
  security?: [];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  requestBody?: { required: true; content: { 'application/json': { schema: Schema } } };
  responses: Record<string, unknown>;
}

export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Schema[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Schema };
}

const problems = {
  400: 'INVALID',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  503: 'UNAVAILABLE',
};

export function openApi(version: string, cookieName: string): OpenApi {
  const schemas: Record<string, Schema> = {};
  const document: OpenApi = {
    openapi: '3.1.0',
    info: { title: 'Samverka', version, description: 'The collaboration hub for networks of municipal partnerships.' },
    servers: [{ url: apiPrefix }],
    security: [{ session: [] }],
    paths: {},
    components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } } },
  };
  schemas.Failure = {
    type: 'object',
    properties: { error: named(FailureBody, 'output', schemas) },
    required: ['error'],
  };
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method = '', template = ''] = paths[name].split(' ');
    const path = template.replace(/:(\w+)/g, '{$1}');
    (document.paths[path] ??= {})[method.toLowerCase()] = operation(name, routes[name], template, schemas);
  }
  return document;
}

function operation(name: RouteName, contract: Contract, template: string, schemas: Record<string, Schema>): Operation {
  const inPath = new Set([...template.matchAll(/:(\w+)/g)].map(([, key]) => key ?? ''));
  const input = named(contract.input, 'input', schemas);
  const whole = (typeof input.$ref === 'string' ? schemas[input.$ref.split('/').at(-1) ?? ''] : input) ?? {};
  const { properties = {}, required = [] } = whole as { properties?: Record<string, Schema>; required?: string[] };
  const fields = Object.entries(properties).map(([key, schema]) => ({ key, schema: pointed(schema) }));
  const hasBody = /^(POST|PATCH)/.test(paths[name]);
  const body = fields.filter(({ key }) => hasBody && !inPath.has(key));
  const parameters = fields.filter(({ key }) => !hasBody || inPath.has(key));
  return {
    operationId: name,
    summary: contract.summary,
    ...(contract.open && { security: [] }),
    parameters: parameters.map(({ key, schema }) => ({
      name: key,
      in: inPath.has(key) ? 'path' : 'query',
      required: inPath.has(key) || required.includes(key),
      schema,
    })),
    ...(body.length > 0 && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(body.map(({ key, schema }) => [key, schema])),
              required: required.filter((key) => body.some((field) => field.key === key)),
            },
          },
        },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: named(contract.output, 'output', schemas) } },
      },
      ...Object.fromEntries(
        Object.entries(problems).map(([status, code]) => [
          status,
          { description: code, content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } } },
        ]),
      ),
    },
  };
}

/** A schema with an id becomes a component and a reference to it; what it refers to likewise. */
function named(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Schema>): Schema {
  const made = z.toJSONSchema(schema, { io }) as Schema;
  hoist(made, schemas);
  const { $schema: _, id, ...rest } = made;
  if (typeof id !== 'string') return pointed(rest);
  schemas[id] = pointed(rest);
  return { $ref: `#/components/schemas/${id}` };
}

function hoist(schema: Schema, schemas: Record<string, Schema>): void {
  for (const [name, definition] of Object.entries((schema.$defs ?? {}) as Record<string, Schema>)) {
    const { id: _, ...rest } = definition;
    schemas[name] = pointed(rest);
  }
  delete schema.$defs;
}

function pointed(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/')) as Schema;
}
