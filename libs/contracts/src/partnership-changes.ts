/** What is given to form a partnership and to keep it: its parties, its status, and the local governments they are. */
import { z } from 'zod';
import { Id, LocalGovernmentKind, PartnershipStatus, Side, Slug, Text, TimeZone } from './model.js';
import { FieldDate, maxWhyLength } from './field-date.js';

const Name = Text.trim().min(1).max(80);

const NewParty = z.object({ side: Side, localGovernmentId: Id });
/** A side may still be missing, and each may have more than one. */
const NewParties = z.array(NewParty).min(1).max(8);

/** One of the first partnerships of a network that is being made. */
export const FirstPartnership = z.object({ name: Name, associate: z.boolean().optional(), parties: NewParties });

/** A partnership is formed once for its id, which whoever forms it chooses. */
export const CreatePartnership = z
  .object({
    networkSlug: Slug,
    partnershipId: Id,
    name: Name,
    /** Made from the name where it is left out. */
    slug: Slug.max(60).optional(),
    associate: z.boolean().optional(),
    status: PartnershipStatus,
    /** Since when it is in this status with these parties; not later than today. */
    fromOn: FieldDate,
    parties: NewParties,
  })
  .meta({ id: 'CreatePartnership' });

/** What is given replaces what was there; a former name is kept. */
export const ChangePartnership = z
  .object({ partnershipSlug: Slug, name: Name.optional(), associate: z.boolean().optional() })
  .meta({ id: 'ChangePartnership' });

export const JoinParty = NewParty.extend({ partnershipSlug: Slug, partyId: Id, fromOn: FieldDate }).meta({
  id: 'JoinParty',
});

/** `untilOn` is the first day without it. */
export const LeaveParty = z
  .object({ partnershipSlug: Slug, partyId: Id, untilOn: FieldDate })
  .meta({ id: 'LeaveParty' });

/** From a day on, until the next status. The last one that is given for a day counts. */
export const SetPartnershipStatus = z
  .object({
    partnershipSlug: Slug,
    status: PartnershipStatus,
    fromOn: FieldDate,
    reason: Text.trim().max(maxWhyLength).optional(),
  })
  .meta({ id: 'SetPartnershipStatus' });

export const AddGovernment = z
  .object({
    /** For whoever looks after this network; administrators need none. */
    networkSlug: Slug.optional(),
    name: Name,
    kind: LocalGovernmentKind,
    /** ISO 3166-1 alpha-2, e.g. `ZM`. */
    country: z.string().regex(/^[A-Z]{2}$/),
    timeZone: TimeZone,
  })
  .meta({ id: 'AddGovernment' });
