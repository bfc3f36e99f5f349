import type { SchemaModule } from '../../forms/use-form';

/** How a form is checked: by one of the schemas of visits, which come when it is first sent. */
export function checkBy(name: 'ChangeVisit' | 'PlanVisit'): () => Promise<SchemaModule> {
  return async () => {
    const schemas = await import('./visits.schema');
    return { schema: schemas[name], wrongFields: schemas.wrongFields };
  };
}
