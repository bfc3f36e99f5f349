import { describe, expect, it } from '@jest/globals';
import { whereFound } from './where-found.js';

const long = `${'Nothing of this was asked. '.repeat(20)}A **youth council** has the right to a reply within thirty days.`;

describe('where words were found', () => {
  it('is the start of a text that has them there, or nowhere, or where nothing was looked for', () => {
    expect(whereFound('# Youth councils\n\nThey reply.', 'youth')).toBe('Youth councils They reply.');
    for (const words of ['', 'sanitation', '((', 'a'])
      expect(whereFound(long, words)).toMatch(/^Nothing of this was asked\. Nothing/);
  });

  it('is around the first of them, however it ends and whatever is typed of it', () => {
    expect(whereFound(long, 'councillors')).toBe(
      '… asked. Nothing of this was asked. A youth council has the right to a reply within thirty days.',
    );
    expect(whereFound(long, 'THIRTY')).toContain('thirty days.');
  });

  it('minds neither case nor diacritics', () => {
    const body = `${'Inget av detta. '.repeat(30)}Jämlikheten ökar 🌱 i kommunerna.`;
    expect(whereFound(body, 'jamlikhet')).toContain('Jämlikheten ökar');
    expect(whereFound(body, 'ÖKAR')).toContain('Jämlikheten ökar');
  });
});
