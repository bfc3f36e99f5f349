import type { SchemaModule } from '../../forms/use-form';

type Schemas = typeof import('./partnerships.schema');

/** How a form is checked: by one of the schemas of partnerships, which come when it is first sent. */
export function checkBy(name: Exclude<keyof Schemas, 'wrongFields'>): () => Promise<SchemaModule> {
  return async () => {
    const schemas = await import('./partnerships.schema');
    return { schema: schemas[name], wrongFields: schemas.wrongFields };
  };
}
