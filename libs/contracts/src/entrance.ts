/** The way in: signing in by a letter, and invitations. */
import { z } from 'zod';
import { Id, Instant, Locale, PersonRef, PlainDate, Role, Side, Slug, Text, TimeZone } from './model.js';

/** What people write their e-mail address as. The domain is not asked about; a letter tells whether it exists. */
export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ error: 'not_an_address' }));

/** What a letter carries in the part of a link that browsers keep to themselves. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** By the code of a letter, where it was asked for; or by its link, anywhere. */
export const Entering = z
  .union([
    z.object({ signInId: Id, code: z.string().transform((code) => code.replace(/\D/g, '')) }),
    z.object({ token: LinkToken }),
  ])
  .meta({ id: 'Entering' });

const Inviting = z.object({
  email: EmailAddress,
  name: Text.trim().min(1).max(120),
  role: Role,
  partnershipId: Id.optional(),
  side: Side.optional(),
  /** A vacant seat of the steering group that comes with the role. */
  seatId: Id.optional(),
  /** The last day with the role. */
  lastOn: PlainDate.optional(),
  /** The language of the letter, and of the hub at the first visit. */
  locale: Locale,
});

/** An administrator's is in no network. The id is the sender's, so that sending twice invites once. */
export const CreateInvitation = Inviting.extend({ invitationId: Id, networkSlug: Slug.optional() }).meta({
  id: 'CreateInvitation',
});

export const InvitationState = z.enum(['pending', 'expired', 'accepted', 'revoked']);

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: Role,
    network: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
    partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
    side: Side.nullable(),
    withSeat: z.boolean(),
    lastOn: PlainDate.nullable(),
    state: InvitationState,
    invitedBy: PersonRef.nullable(),
    createdAt: Instant,
    expiresAt: Instant,
    acceptedAt: Instant.nullable(),
    /** What became of its latest letter; `unsent` where the hub has no mail server. */
    letter: z.enum(['waiting', 'sent', 'refused', 'unsent']),
  })
  .meta({ id: 'Invitation' });

export const InvitationList = z.object({ invitations: z.array(Invitation) }).meta({ id: 'InvitationList' });

/** What whoever holds an invitation is shown before they accept it. */
export const InvitationOffer = z
  .object({
    email: z.string(),
    name: z.string(),
    role: Role,
    network: z.string().nullable(),
    partnership: z.string().nullable(),
    invitedBy: z.string().nullable(),
    lastOn: PlainDate.nullable(),
    expiresAt: Instant,
    locale: Locale,
    /** The address belongs to somebody the hub knows, who gains the role. */
    known: z.boolean(),
  })
  .meta({ id: 'InvitationOffer' });

export const AcceptInvitation = z
  .object({
    token: LinkToken,
    /** Of somebody the hub does not know yet; ignored for others. */
    name: Text.trim().min(1).max(120),
    title: Text.trim().max(120),
    timeZone: TimeZone,
    locale: Locale,
  })
  .meta({ id: 'AcceptInvitation' });

/** The columns of a list of people to invite, in the first line of the file. */
export const invitationColumns = ['email', 'name', 'role', 'partnership', 'side', 'until', 'language'] as const;
export type InvitationColumn = (typeof invitationColumns)[number];
export const mostInvitations = 500;

/** What is wrong in a list, under `invitations.problem.` in the catalogues. */
export const CsvProblem = z.enum([
  'empty',
  'not_utf8',
  'not_csv',
  'no_header',
  'unknown_column',
  'double_column',
  'missing_column',
  'too_many_lines',
  'too_many_cells',
  'too_few_cells',
  'required',
  'too_long',
  'malformed',
  'not_an_address',
  'double_line',
  'invited_already',
  'has_role_already',
  'unknown_role',
  'role_not_yours',
  'unknown_partnership',
  'needs_partnership',
  'no_partnership_with_role',
  'needs_side',
  'no_side_with_role',
  'unknown_side',
  'not_a_date',
  'past_date',
  'unknown_language',
]);

export const CsvFault = z.object({
  column: z.enum(invitationColumns).nullable(),
  problem: CsvProblem,
  /** What stands there, shortened. */
  value: z.string(),
});

/** A list as the hub understood it: the faults of the file itself, and every line with its own. */
export const InvitationPreview = z
  .object({
    faults: z.array(CsvFault),
    lines: z.array(
      z.object({
        /** As in the file, its header being 1. */
        line: z.int(),
        email: z.string(),
        name: z.string(),
        role: Role.nullable(),
        partnership: z.string().nullable(),
        side: Side.nullable(),
        lastOn: PlainDate.nullable(),
        locale: Locale,
        faults: z.array(CsvFault),
      }),
    ),
  })
  .meta({ id: 'InvitationPreview' });

/** At most what a request may hold. */
export const maxCsvLength = 100_000;
export const InvitationCsv = z.object({ networkSlug: Slug, csv: z.string().max(maxCsvLength) });

/** A letter that its receiver's mail server would not have. */
export const FailedLetter = z
  .object({
    id: Id,
    kind: z.string(),
    /** Whom it was for: a person, or an address that was invited. */
    recipient: z.string(),
    networkName: z.string().nullable(),
    reason: z.string(),
    attempts: z.int(),
    failedAt: Instant,
  })
  .meta({ id: 'FailedLetter' });

/** A letter that a demonstration kept. */
export const KeptLetter = z
  .object({ id: Id, at: Instant, recipient: z.string(), subject: z.string(), plain: z.string() })
  .meta({ id: 'KeptLetter' });

export type CreateInvitation = z.output<typeof CreateInvitation>;
export type Invitation = z.infer<typeof Invitation>;
export type InvitationList = z.infer<typeof InvitationList>;
export type InvitationState = z.infer<typeof InvitationState>;
export type InvitationOffer = z.infer<typeof InvitationOffer>;
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
export type InvitationPreview = z.infer<typeof InvitationPreview>;
export type CsvFault = z.infer<typeof CsvFault>;
export type CsvProblem = z.infer<typeof CsvProblem>;
export type FailedLetter = z.infer<typeof FailedLetter>;
export type KeptLetter = z.infer<typeof KeptLetter>;
