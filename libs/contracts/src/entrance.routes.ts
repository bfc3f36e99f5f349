/** Routes about the way in. Those that are open answer a stranger the same, whomever the hub knows. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import {
  AcceptInvitation,
  CreateInvitation,
  EmailAddress,
  Entering,
  FailedLetter,
  Invitation,
  InvitationCsv,
  InvitationList,
  InvitationOffer,
  InvitationPreview,
  KeptLetter,
  LinkToken,
} from './entrance.js';
import { Id, Slug } from './model.js';
import { SessionState } from './people.js';

export const entranceRoutes = {
  'entrance.ask': {
    summary: 'Ask for a letter with a code and a link to sign in by; the answer is the same for an unknown address',
    open: true,
    input: z.object({ address: EmailAddress }),
    output: z.object({ signInId: Id }),
  },
  'entrance.enter': {
    summary: 'Sign in by the code or the link of a letter, once and within ten minutes',
    open: true,
    input: Entering,
    output: SessionState,
  },
  'invitation.open': {
    summary: 'What an invitation offers, for whoever holds its link',
    open: true,
    input: z.object({ token: LinkToken }),
    output: InvitationOffer,
  },
  'invitation.accept': {
    summary: 'Accept an invitation; somebody new is signed in, somebody known has the role and signs in as always',
    open: true,
    input: AcceptInvitation,
    output: SessionState,
  },
  'invitation.list': {
    summary: 'The invitations that the reader may look after, latest first; of one network, or of all',
    secondFactor: true,
    input: z.object({ networkSlug: Slug.optional() }),
    output: InvitationList,
  },
  'invitation.create': {
    summary: 'Invite somebody to a role; once for its id',
    secondFactor: true,
    input: CreateInvitation,
    output: Invitation,
  },
  'invitation.revoke': {
    summary: 'Take an invitation back; its links stop working',
    secondFactor: true,
    input: z.object({ invitationId: Id }),
    output: Invitation,
  },
  'invitation.resend': {
    summary: 'Send an invitation again, with a new link and new days to accept it',
    secondFactor: true,
    input: z.object({ invitationId: Id }),
    output: Invitation,
  },
  'invitation.preview': {
    summary: 'What a list of people to invite holds, and what is wrong in it, line by line',
    secondFactor: true,
    input: InvitationCsv,
    output: InvitationPreview,
  },
  'invitation.createMany': {
    summary: 'Invite everybody on a list; refused where a line is wrong, unless those are to be left out',
    secondFactor: true,
    input: InvitationCsv.extend({ leaveOutWrong: z.boolean().optional() }),
    output: z.object({ invited: z.int() }),
  },
  'letter.failed': {
    summary: 'Letters that could not be delivered, latest first',
    secondFactor: true,
    input: nothing,
    output: z.array(FailedLetter),
  },
  'demonstration.mails': {
    summary: 'The letters that the demonstration would have sent, latest first; absent outside the demonstration',
    open: true,
    input: nothing,
    output: z.array(KeptLetter),
  },
} satisfies Record<string, Contract>;
