import { describe, expect, it } from '@jest/globals';
import { findMention, fromTokens, groupsIn, insertMention, matchPeople, toTokens } from './mention-tokens';

const amara = { id: '01890000-0000-7000-8000-000000000001', name: 'Amara Banda' };
const asa = { id: '01890000-0000-7000-8000-000000000002', name: 'Åsa Söderström-Lind' };
const amaraTwo = { id: '01890000-0000-7000-8000-000000000003', name: 'Amara Banda' };
const jose = { id: '01890000-0000-7000-8000-000000000004', name: 'José' };
const joseMaria = { id: '01890000-0000-7000-8000-000000000005', name: 'José María' };

describe('a mention being typed', () => {
  it('is found from its @ to the caret', () => {
    expect(findMention('Thanks @ama', 11)).toEqual({ from: 7, query: 'ama' });
    expect(findMention('@', 1)).toEqual({ from: 0, query: '' });
    expect(findMention('(@Amara Ba', 10)).toEqual({ from: 1, query: 'Amara Ba' });
  });

  it('is not an address, another line, or a lone @', () => {
    expect(findMention('write to amara@pitea', 20)).toBeUndefined();
    expect(findMention('@amara\nand', 10)).toBeUndefined();
    expect(findMention('5 @ 10', 6)).toBeUndefined();
    expect(findMention('nothing', 7)).toBeUndefined();
  });

  it('finds people without diacritics, by any part of the name', () => {
    expect(matchPeople([amara, asa], 'asa')).toEqual([asa]);
    expect(matchPeople([amara, asa], 'soderstrom')).toEqual([asa]);
    expect(matchPeople([amara, asa], 'lind å')).toEqual([asa]);
    expect(matchPeople([amara, asa], 'soderstrom-l')).toEqual([asa]);
    expect(matchPeople([amara, asa], 'anda')).toEqual([]);
    expect(matchPeople([amara, asa], '')).toEqual([amara, asa]);
  });

  it('puts first names first, and is over once a name is complete', () => {
    const banda = { id: '6', name: 'Banda Amara' };
    expect(matchPeople([amara, banda], 'ba')).toEqual([banda, amara]);
    expect(matchPeople([amara], 'Amara Banda ')).toEqual([]);
  });

  it('is replaced by the name chosen, with the caret behind it', () => {
    expect(insertMention('Hi @am there', 6, 3, 'Amara Banda')).toEqual({ text: 'Hi @Amara Banda there', caret: 16 });
    expect(insertMention('Hi @am', 6, 3, 'Amara Banda')).toEqual({ text: 'Hi @Amara Banda ', caret: 16 });
  });
});

describe('a mark of the timeline', () => {
  const report = { id: '#milestone:01890000-0000-7000-8000-000000000009', name: 'Report 1 (Piteå – Kitwe)' };
  const token = `<${report.id}>`;

  it('is found from its # to the caret, and is no heading', () => {
    expect(findMention('See #ann', 8)).toEqual({ from: 4, query: 'ann' });
    expect(findMention('@Amara #', 8)).toEqual({ from: 7, query: '' });
    expect(findMention('# Minutes', 9)).toBeUndefined();
    expect(findMention('page#ann', 8)).toBeUndefined();
  });

  it('is replaced by its name, and sent as a token where it was chosen', () => {
    const { text } = insertMention('See #rep', 8, 4, report.name);
    expect(text).toBe('See #Report 1 (Piteå – Kitwe) ');
    const chosen = { [report.name]: report.id };
    expect(toTokens(text, [amara], chosen)).toBe(`See ${token} `);
    expect(toTokens(`@${report.name} #Amara Banda @Amara Banda`, [amara], chosen)).toBe(
      `@${report.name} #Amara Banda <@${amara.id}>`,
    );
    expect(toTokens(text, [amara])).toBe(text);
  });

  it('is its name again when it is edited', () => {
    expect(fromTokens(`${token}, <@${amara.id}>`, [amara, report])).toEqual({
      text: `#${report.name}, @Amara Banda`,
      chosen: { [report.name]: report.id, 'Amara Banda': amara.id },
    });
    expect(fromTokens(token, [amara]).text).toBe(token);
  });
});

describe('sending a mention', () => {
  it('turns names of people in the channel into tokens', () => {
    expect(toTokens('@Amara Banda, and @Åsa Söderström-Lind!', [amara, asa])).toBe(`<@${amara.id}>, and <@${asa.id}>!`);
    expect(toTokens('@amara banda', [amara])).toBe(`<@${amara.id}>`);
  });

  it('takes the longest name that fits, and whole words only', () => {
    expect(toTokens('@José María and @José', [jose, joseMaria])).toBe(`<@${joseMaria.id}> and <@${jose.id}>`);
    expect(toTokens('@Amara Bandas idea, a@Amara Banda', [amara])).toBe('@Amara Bandas idea, a@Amara Banda');
    expect(toTokens('@Somebody Else', [amara])).toBe('@Somebody Else');
  });

  it('asks of a shared name that it was chosen', () => {
    expect(toTokens('@Amara Banda', [amara, amaraTwo])).toBe('@Amara Banda');
    expect(toTokens('@Amara Banda', [amara, amaraTwo], { 'Amara Banda': amaraTwo.id })).toBe(`<@${amaraTwo.id}>`);
  });

  it('mentions nobody who has left the channel', () => {
    expect(toTokens('@Amara Banda', [asa], { 'Amara Banda': amara.id })).toBe('@Amara Banda');
  });

  it('may name a group', () => {
    const everybody = { id: 'channel', name: 'everybody here' };
    const experts = { id: 'role:expert', name: 'Expert' };
    const pair = { id: `partnership:${jose.id}`, name: 'Granvika and Mto Mpya' };
    const all = [amara, everybody, experts, pair];
    const body = toTokens('@Everybody here, and @Expert with @Granvika and Mto Mpya: ask @Amara Banda', all);
    expect(body).toBe(`<@channel>, and <@role:expert> with <@partnership:${jose.id}>: ask <@${amara.id}>`);
    expect(groupsIn(body, [everybody, experts])).toEqual([everybody, experts]);
    expect(fromTokens(body, all).text).toBe(
      '@everybody here, and @Expert with @Granvika and Mto Mpya: ask @Amara Banda',
    );
    expect(fromTokens(body, [amara]).text).toContain('<@channel>');
  });

  it('can be taken back', () => {
    const text = 'Dear @Åsa Söderström-Lind, ask @Amara Banda';
    const back = fromTokens(toTokens(text, [amara, asa]), [amara, asa]);
    expect(back).toEqual({ text, chosen: { [asa.name]: asa.id, [amara.name]: amara.id } });
  });
});
