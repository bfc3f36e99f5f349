import { describe, expect, it } from '@jest/globals';
import { channels, directChannels } from './demonstration.channels.js';
import { parseConversation } from './demonstration.conversations.js';
import { readData } from './demonstration.data.js';
import { happeningsOf } from './demonstration.happenings.js';
import { conversationTables } from './demonstration.messages.js';
import { personas } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

const now = new Date('2026-11-24T09:12:00Z');
const data = readData();
const people = personas(data, now);
const parse = (text: string) => parseConversation('a.md', text);

function told(text: string) {
  const written = parse(text);
  const rooms = new Map([...channels(data, now), ...directChannels('climate', written, { people, now })]);
  return happeningsOf('climate', written, { people, channels: rooms, now });
}

function tables(text: string): Record<string, Row[]> {
  return Object.fromEntries(conversationTables(told(text)));
}

const idOfPerson = (key: string) => people.get(key)?.id;
const opening = '# water\n## T\n-9d 09:00 climate.coordinator\nHi\n';

describe('a conversation file', () => {
  it.each([
    ['# general\n## T\n-1d 9:00 climate.coordinator\nHi', 'a.md:3: a message starts'],
    ['# general\n## T\n-1d 09:00 climate.coordinator Label\nHi', 'a.md:3: a message starts'],
    ['# general\n## T\n-1d 09:00 climate.coordinator\n\n', 'a.md:3: a message without text'],
    ['# general\n-1d 09:00 climate.coordinator\nHi', 'a.md:2: a message outside a channel and a topic'],
    ['# general\n## T\nHi', 'a.md:3: a line before the first message'],
    ['# general\n## T\n~ edited +5m', 'a.md:3: nothing was said yet'],
    ['# general\n## T\n-1d 09:00 admin1\nHi\n-2d 09:00 admin1\nHi', 'a.md:5: earlier than the message before it'],
    ['# direct:admin1+admin2\n## T', 'a.md:2: a direct conversation has no topics'],
    [`${opening}-8d 09:00 climate.advisor > well\nHi`, 'a.md:5: no message above it in this channel is labelled well'],
    [
      '# water\n## T\n-9d 09:00 climate.advisor #well\nHi\n# general\n## T\n-8d 09:00 climate.advisor > well\nHi',
      'a.md:7: no message above it in this channel is labelled well',
    ],
    ['# water\n## T\n-9d 09:00 admin1 #a\nHi\n-8d 09:00 admin1 #a\nHi', 'a.md:5: another message is labelled a'],
    [`${opening}~ thanks climate.advisor\nMore`, 'a.md:6: text after what was done with the message'],
    [`${opening}~ edited +5m\n\n`, 'a.md:5: an edit without text'],
    ...[
      'liked climate.advisor',
      'thanks',
      'thanks climate.advisor: for the map',
      'edited climate.coordinator +5m',
      'edited',
      'pinned climate.advisor',
      'pinned +1h climate.advisor climate.expert1',
      'resolved +1h',
      'removed +5m: because',
      'removed +5m climate.coordinator',
      'reported +5m climate.advisor',
      'left +5w climate.advisor',
    ].map((act): [string, string] => [`${opening}~ ${act}`, 'a.md:5: what was done with a message is written']),
  ])('is refused by line: %j', (text, sentence) => expect(() => parse(text)).toThrow(sentence));

  it.each([
    ['# kitchen\n## T\n-1d 09:00 climate.coordinator\nHi', 'a.md:3: climate has no channel kitchen'],
    ['# general\n## T\n-1d 09:00 climate.cook\nHi', 'a.md:3: nobody has the key climate.cook'],
    ['# general\n## T\n-1d 09:00 admin1\nHi @{climate.cook}', 'a.md:3: nobody has the key climate.cook'],
    ['# general\n## T\n-1d 09:00 admin1\nHi @{role:cook}', 'a.md:3: there is no role cook'],
    ['# general\n## T\n-1d 09:00 admin1\nHi @{partnership:oslo}', 'a.md:3: climate has no partnership oslo'],
    [`${opening}~ thanks climate.cook`, 'a.md:5: nobody has the key climate.cook'],
    [`${opening}~ edited +5m\nHi @{climate.advisor}`, 'a.md:5: an edit mentions the same people'],
    ['# direct:admin1\n-1d 09:00 admin1\nHi', 'a.md:2: a direct conversation is named'],
    ['# direct:admin1+admin2\n-1d 09:00 admin2\nHi', 'a.md:2: a direct conversation is named'],
    [
      '# water\n## A\n-2d 09:00 climate.advisor #well\nHi\n## B\n-3d 09:00 climate.advisor > well\nHi',
      'a.md:6: what it quotes was said later',
    ],
  ])('names only what there is: %j', (text, sentence) => expect(() => told(text)).toThrow(sentence));

  it("turns keys into mentions and first names, and a guest into that network's own", () => {
    const [sent] = told(
      '# general\n## T\n-1d 09:00 climate.coordinator (sv)\n\nHej @{guest1} och {climate.advisor}!\n\nSlut\n',
    );
    const guest = people.get('climate.guest1');
    expect(sent?.message).toMatchObject({
      body: `Hej <@${guest?.id}> och Sigrid!\n\nSlut`,
      language: 'sv',
      mentions: [guest],
      groups: [],
    });
  });

  it('mentions groups', () => {
    const [sent] = told(
      '# general\n## T\n-1d 09:00 climate.coordinator\n@{channel} @{partnership:malmo-lusaka} @{role:expert}',
    );
    const malmo = `partnership:${idOf('partnership', 'malmo-lusaka')}`;
    expect(sent?.message).toMatchObject({
      body: `<@channel> <@${malmo}> <@role:expert>`,
      groups: ['channel', malmo, 'role:expert'],
    });
  });

  it('gives every change of a channel its next seq, in the order of time', () => {
    const { messages, channel_events, topics, reactions, message_versions, ...rest } = tables(
      [
        '# water',
        '## Salt',
        '-9d 09:00 climate.coordinator #salt',
        'Wich level?',
        '~ edited +5m',
        'Which level?',
        '~ pinned +1d climate.advisor',
        '~ thanks +2m climate.advisor climate.expert1',
        '~ resolved +3d climate.advisor',
        '-8d 10:00 climate.advisor > salt',
        'At rest',
      ].join('\n'),
    );
    expect(channel_events?.map(({ seq, kind }) => `${String(seq)} ${String(kind)}`)).toEqual([
      '1 message.sent',
      '2 reaction.changed',
      '3 reaction.changed',
      '4 message.edited',
      '5 message.pinned',
      '6 message.sent',
      '7 topic.changed',
    ]);
    expect(messages).toMatchObject([
      { seq: 1, changed_seq: 5, version: 2, body: 'Which level?', edited_at: new Date('2026-11-15T09:05:00Z') },
      { seq: 6, changed_seq: 6, version: 1, reply_to_id: messages?.[0]?.id },
    ]);
    expect(messages?.[0]?.pinned_by).toBe(idOfPerson('climate.advisor'));
    expect(message_versions).toMatchObject([
      { version: 1, body: 'Wich level?', written_at: new Date('2026-11-15T09:00:00Z') },
    ]);
    expect(reactions).toHaveLength(2);
    expect(topics).toMatchObject([{ messages: 2, last_seq: 6, resolved_at: new Date('2026-11-18T09:00:00Z') }]);
    expect(rest).toMatchObject({ reports: [], audit_entries: [] });
  });

  it('leaves nothing of a removed message but who removed it and why', () => {
    const { messages, reactions, message_versions, message_mentions, audit_entries, reports } = tables(
      [
        '# water',
        '## Salt',
        '-9d 09:00 climate.advisor',
        'Ask @{climate.expert1}',
        '~ thanks climate.expert1',
        '~ edited +5m',
        'Do ask @{climate.expert1}',
        '~ reported +1h climate.expert1: I was not asked',
        '~ removed +1d climate.coordinator: It named somebody',
        '-8d 10:00 climate.advisor',
        'Wrong room',
        '~ removed +1m',
      ].join('\n'),
    );
    const [byCoordinator, byAuthor] = messages ?? [];
    expect(byCoordinator).toMatchObject({ body: '', language: null, removal_reason: 'It named somebody' });
    expect(byAuthor).toMatchObject({ body: '', removal_reason: null, removed_by: idOfPerson('climate.advisor') });
    expect([reactions, message_versions, message_mentions]).toEqual([[], [], []]);
    expect(audit_entries).toMatchObject([
      { action: 'message.remove', subject_id: byCoordinator?.id, reason: 'It named somebody' },
    ]);
    expect(reports).toMatchObject([{ message_id: byCoordinator?.id, reason: 'I was not asked' }]);
  });
});
