import { describe, expect, it } from '@jest/globals';
import { notificationKinds, tellings } from '@hub/contracts';
import { mailChoice } from './choices.policy.js';

const nothing = { network: {}, own: {}, channel: {}, digest: 'daily' } as const;

describe('what counts of the choices', () => {
  it('is what the hub does where nobody chose', () => {
    for (const kind of notificationKinds) expect(mailChoice(kind, nothing)).toBe(tellings[kind].mail);
  });

  it("is the channel's, before the person's, before the network's", () => {
    const network = { mention: 'digest' } as const;
    const own = { mention: 'off' } as const;
    expect(mailChoice('mention', { ...nothing, network })).toBe('digest');
    expect(mailChoice('mention', { ...nothing, network, own })).toBe('off');
    expect(mailChoice('mention', { ...nothing, network, own, channel: { mention: 'now' } })).toBe('now');
  });

  it('is of a channel only for what is said in one', () => {
    expect(mailChoice('visit_coming', { ...nothing, channel: { visit_coming: 'off' } })).toBe('now');
  });

  it('cannot silence what is critical', () => {
    const off = Object.fromEntries(notificationKinds.map((kind) => [kind, 'off']));
    const critical = notificationKinds.filter(
      (kind) => mailChoice(kind, { network: off, own: off, channel: off, digest: 'off' }) === 'now',
    );
    expect(critical).toEqual(['broadcast', 'acknowledgement_missing', 'role_ending']);
  });

  it('is the hub alone for the digest of somebody who gets none', () => {
    expect(mailChoice('reply', { ...nothing, digest: 'off' })).toBe('off');
  });
});
