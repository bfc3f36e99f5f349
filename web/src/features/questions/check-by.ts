import type { SchemaModule } from '../../forms/use-form';

type Name =
  | 'ask'
  | 'change'
  | 'remark'
  | 'close'
  | 'reopen'
  | 'decline'
  | 'assign'
  | 'answer'
  | 'editAnswer'
  | 'rules'
  | 'tag'
  | 'away';

/** How a form is checked: by a schema that comes when it is first sent. */
export function checkBy(name: Name): () => Promise<SchemaModule> {
  return async () => {
    const schemas = await import('./questions.schema');
    return { schema: schemas[name], wrongFields: schemas.wrongFields };
  };
}
