import { describe, expect, it } from '@jest/globals';
import type { Mentioned } from '@hub/contracts/mentions';
import type { Translate } from '../../i18n';
import { excerptText } from '../../mention-words';
import { isMeant, mentionsIn, plainText } from './mentions';

const amara = { id: '01890000-0000-7000-8000-000000000001', name: 'Amara Banda' };
const asa = { id: '01890000-0000-7000-8000-000000000002', name: 'Åsa Söderström-Lind' };

describe('a mention that was sent', () => {
  it('names people and groups', () => {
    const pair = { id: `partnership:${asa.id}`, name: 'Granvika and Mto Mpya' };
    const body = `<@channel>, and <@role:expert> with <@${pair.id}>: ask <@${amara.id}>`;
    expect(mentionsIn(body, [amara, pair])).toEqual([
      { kind: 'channel' },
      { kind: 'role', role: 'expert' },
      { kind: 'partnership', id: asa.id, name: pair.name },
      { kind: 'person', ...amara },
    ]);
  });

  it('reads as one line of plain text, in the words of its reader', () => {
    const t: Translate = (id) => `{${id}}`;
    const mentions = mentionsIn(`<@${amara.id}> <@${asa.id}> <@role:guest> <@channel>`, [amara]);
    expect(plainText(`Ask <@${amara.id}>\n\n**about**  it`, mentions, t)).toBe('Ask @Amara Banda about it');
    expect(plainText(`<@${asa.id}> <@role:guest> <@channel>`, mentions, t)).toBe(
      '@{channels.mention_unknown} @{role.guest} @{channels.mention_channel}',
    );
    expect(excerptText('@<someone>, @<role:guest>, @<channel>: #<visit>', t)).toBe(
      '@{channels.mention_unknown}, @{role.guest}, @{channels.mention_channel}: #{channels.visit}',
    );
    expect(plainText('x'.repeat(200), [], t)).toHaveLength(160);
    expect(plainText('x'.repeat(200), [], t, 180)).toHaveLength(180);
  });

  it('means its reader by name, by role, by partnership and by the whole channel', () => {
    const partnership = { id: '9', slug: 'a-b', name: 'A – B' };
    const reader = { id: amara.id, memberships: [{ role: 'expert' as const, partnership }] };
    const meant: Mentioned[] = [
      { kind: 'person', ...amara },
      { kind: 'role', role: 'expert' },
      { kind: 'partnership', id: '9', name: 'A – B' },
      { kind: 'channel' },
    ];
    const others: Mentioned[] = [
      { kind: 'person', ...asa },
      { kind: 'role', role: 'mentor' },
      { kind: 'partnership', id: '8', name: 'C – D' },
    ];
    expect(meant.map((one) => isMeant(one, reader))).toEqual([true, true, true, true]);
    expect([...others, undefined].map((one) => isMeant(one, reader))).toEqual([false, false, false, false]);
  });
});
