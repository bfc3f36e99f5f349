import { describe, expect, it } from '@jest/globals';
import { emptyEvidence, evidenceOf } from './evidence';

const message = '01890000-0000-7000-8000-000000000001';
const given = { milestoneId: 'm', evidenceId: 'e', origin: 'https://hub.example' };
const sent = (draft: Partial<typeof emptyEvidence>, messageId?: string) =>
  evidenceOf({ ...emptyEvidence, ...draft }, { ...given, messageId });

describe('evidence that is given', () => {
  it('is a page elsewhere, or a message of the hub by its own address', () => {
    expect(sent({ link: ' https://icld.se/report ' })).toMatchObject({ link: 'https://icld.se/report' });
    const at = `https://hub.example/t/${message}?m=${message}`;
    expect(sent({ link: at })).toEqual({
      milestoneId: 'm',
      evidenceId: 'e',
      note: '',
      messageId: message,
      sdgTargets: [],
    });
    expect(sent({ link: at.replace('hub.', 'other.') })).toMatchObject({ link: at.replace('hub.', 'other.') });
    expect(sent({}, message)).toMatchObject({ messageId: message });
  });

  it('has targets as they are written, and only what was filled in', () => {
    expect(sent({ targets: '16.7, 5.5;16.B 5.5', level: 'society', year: '2026' }, message)).toEqual({
      milestoneId: 'm',
      evidenceId: 'e',
      messageId: message,
      note: '',
      sdgTargets: ['16.7', '5.5', '16.b'],
      level: 'society',
      year: 2026,
    });
  });
});
