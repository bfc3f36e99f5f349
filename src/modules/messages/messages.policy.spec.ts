import { describe, expect, it } from '@jest/globals';
import { groupsIn, mentionedIn } from './messages.policy.js';

const amara = '0193a1b2-0000-7000-8000-00000000000a';
const token = `<@${amara}>`;

describe('whom a body calls', () => {
  it('is everybody it names, once', () => {
    expect(mentionedIn(`${token} and again ${token}`)).toEqual([amara]);
    expect(groupsIn('<@channel>, <@role:expert> and <@role:nobody>')).toEqual(['channel', 'role:expert']);
  });

  it('is nobody who stands in code', () => {
    for (const body of [
      '`' + token + '`',
      '```\n' + token + '\n```',
      '~~~\n' + token + '\n~~~',
      '> ``a ' + token + '``',
    ])
      expect(mentionedIn(body)).toEqual([]);
    expect(groupsIn('Write `<@channel>` to call all.')).toEqual([]);
  });

  it('is whoever stands beside code, or after a tick that opens none', () => {
    expect(mentionedIn('`code` ' + token)).toEqual([amara]);
    expect(mentionedIn('a lonely ` and ' + token)).toEqual([amara]);
    expect(mentionedIn('    ' + token + ' `x`')).toEqual([amara]);
  });
});
