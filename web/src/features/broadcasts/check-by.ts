import type { SchemaModule } from '../../forms/use-form';

/** How a form is checked: by a schema that comes when it is first sent. */
export function checkBy(name: 'BroadcastDraft' | 'Correction'): () => Promise<SchemaModule> {
  return async () => {
    const schemas = await import('./broadcasts.schema');
    return { schema: schemas[name], wrongFields: schemas.wrongFields };
  };
}
