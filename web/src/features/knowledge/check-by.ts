import type { SchemaModule } from '../../forms/use-form';

/** How a form is checked: by a schema that comes when it is first sent. */
export function checkBy(name: 'publish' | 'revise' | 'review' | 'withdraw'): () => Promise<SchemaModule> {
  return async () => {
    const schemas = await import('./knowledge.schema');
    return { schema: schemas[name], wrongFields: schemas.wrongFields };
  };
}
