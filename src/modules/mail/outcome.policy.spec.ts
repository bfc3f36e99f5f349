import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './outcome.policy.js';

const rcpt = (response: string) => ({
  code: 'EENVELOPE',
  command: 'RCPT TO',
  responseCode: Number(response.slice(0, 3)),
  response,
});

describe('what a mail server says', () => {
  it.each([
    ['no mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, false, 'failed', 'smtp_550'],
    ['no mailbox, said finer', rcpt('550 5.1.1 No such user'), false, 'failed', 'smtp_550'],
    ['no domain', rcpt('554 5.1.2 No such domain'), false, 'failed', 'smtp_554'],
    ['no relay', rcpt('550 5.7.1 Relaying denied'), false, 'failed', 'refused_550'],
    ['a full mailbox', rcpt('552 5.2.2 Over quota'), false, 'failed', 'refused_552'],
    ['not from us', rcpt('554 Refused by policy'), false, 'failed', 'refused_554'],
    ['the text is refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 550 }, true, 'failed', 'refused_550'],
    ['no address at all', { code: 'EENVELOPE' }, false, 'failed', 'address'],
    ['later', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, false, 'pending', 'smtp_451'],
    ['later, after the text', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, true, 'pending', 'smtp_452'],
    ['nobody there', { code: 'ESOCKET', command: 'CONN' }, false, 'pending', 'unreachable'],
    ['not today', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, false, 'pending', 'smtp_554'],
    ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, 'pending', 'smtp_535'],
    ['we may not send', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, false, 'pending', 'smtp_550'],
    ['silence in the middle', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'failed', 'unknown'],
    ['a cut after the text', { code: 'ECONNECTION', command: 'CONN' }, true, 'failed', 'unknown'],
  ])('%s', (_, error, begun, state, reason) => {
    expect(outcomeOf(error, begun)).toEqual({ state, reason });
  });
});
