import { describe, expect, it } from '@jest/globals';
import { rebase } from './rebase';

const base = { purpose: 'Look', programme: '', state: 'planned' };

describe('a form that another one overtook', () => {
  it('keeps what its reader changed and takes the rest as it is now', () => {
    const { values, clashes } = rebase({ ...base, purpose: 'Listen' }, base, { ...base, state: 'confirmed' });
    expect(values).toEqual({ purpose: 'Listen', programme: '', state: 'confirmed' });
    expect(clashes).toEqual([{ field: 'state', theirs: 'confirmed' }]);
  });

  it('shows both where both changed the same', () => {
    const { values, clashes } = rebase({ ...base, purpose: 'Listen' }, base, { ...base, purpose: 'Mend' });
    expect(values.purpose).toBe('Listen');
    expect(clashes).toEqual([{ field: 'purpose', theirs: 'Mend', mine: 'Listen' }]);
  });

  it('has nothing to show where both say the same, or the other changed something else', () => {
    const mine = { ...base, purpose: 'Mend' };
    expect(rebase(mine, base, mine).clashes).toEqual([]);
    expect(rebase(mine, base, base)).toEqual({ values: mine, clashes: [] });
  });
});
