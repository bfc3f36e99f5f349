import { paths, type RouteName } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { openApi } from './openapi.js';

const document = openApi('1.0.0', 'hub');
const operation = (name: RouteName) =>
  Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === name);

describe('the OpenAPI document', () => {
  it('has an operation for every route', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual(Object.keys(paths).sort());
  });

  it('puts what the path holds into the path and the rest into the body', () => {
    const send = operation('message.send');
    expect(send?.parameters.map(({ name, in: place }) => [name, place])).toEqual([['channelId', 'path']]);
    expect(send?.requestBody?.content['application/json'].schema).toMatchObject({
      properties: { clientId: {}, body: { maxLength: 10_000 }, topicTitle: {} },
      required: ['clientId', 'body'],
    });
    expect(operation('sync.backfill')?.parameters.map(({ name, in: place }) => [name, place])).toEqual([
      ['channelId', 'path'],
      ['after', 'query'],
    ]);
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('$defs');
  });
});
