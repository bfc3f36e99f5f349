import type { SchemaModule } from '../../forms/use-form';

/** How a form is checked: by a schema that comes when it is first sent. */
export function checkBy(name: 'AddEvidence' | 'ChangeMilestone'): () => Promise<SchemaModule> {
  return async () => {
    const schemas = await import('./milestones.schema');
    return { schema: schemas[name], wrongFields: schemas.wrongFields };
  };
}
