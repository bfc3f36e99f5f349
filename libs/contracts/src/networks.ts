/** Networks, the local governments and partnerships in them, and what a member sees of each. */
import { z } from 'zod';
import { ChannelCard } from './channels.js';
import {
  Id,
  LocalGovernmentKind,
  Mandate,
  NetworkStatus,
  PartnershipStatus,
  PersonRef,
  PlainDate,
  Role,
  Side,
  Slug,
  Source,
} from './model.js';
import { DirectoryPerson } from './people.js';

export const LocalGovernment = z
  .object({
    id: Id,
    name: z.string(),
    kind: LocalGovernmentKind,
    /** ISO 3166-1 alpha-2, e.g. `ZM`. */
    country: z.string(),
    timeZone: z.string(),
    source: Source,
  })
  .meta({ id: 'LocalGovernment' });

/** A local government's place in a partnership. A side without any party is still looking for one. */
export const Party = z
  .object({
    id: Id,
    side: Side,
    localGovernment: LocalGovernment,
    fromOn: PlainDate,
    /** The first day without it; null while it lasts. */
    untilOn: PlainDate.nullable(),
  })
  .meta({ id: 'Party' });

/** A partnership in a list: who, and how far. */
export const PartnershipCard = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    status: PartnershipStatus,
    statusFromOn: PlainDate,
    /** A member from outside the region that follows the network without being counted in it. */
    associate: z.boolean(),
    source: Source,
    parties: z.array(Party),
    missingSides: z.array(Side),
    project: z.object({ name: z.string(), sdgTargets: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'PartnershipCard' });

export const ThemeName = z.object({ slug: Slug, names: z.record(z.string(), z.string()) });

export const NetworkCard = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    theme: ThemeName,
    region: z.string(),
    round: z.int(),
    status: NetworkStatus,
    startsOn: PlainDate,
    endsOn: PlainDate,
    /** The month it is in, 1 = the start month; 0 or less before the start. */
    month: z.int(),
    /** Months from start to end, 48 unless the network was extended. */
    months: z.int(),
    partnerships: z.int(),
    /** ISO 3166-1 alpha-2 codes of every party's country, sorted. */
    countries: z.array(z.string()),
    /** The reader's own roles in it. */
    myRoles: z.array(Role),
  })
  .meta({ id: 'NetworkCard' });

export const NetworkPage = NetworkCard.extend({
  purpose: z.string(),
  formerNames: z.array(z.string()),
  /** How many exchange visits each partnership makes a year, at least. */
  visitsAYear: z.int(),
  /** The network's project coordinators, research advisors, experts and mentors, in this order. */
  peopleToAsk: z.array(DirectoryPerson),
  partnershipCards: z.array(PartnershipCard),
  /** The channels the reader is in. */
  channels: z.array(ChannelCard),
  /** What the reader may do: change it, with its partnerships; close it and open it again. */
  may: z.object({ change: z.boolean(), close: z.boolean() }),
}).meta({ id: 'NetworkPage' });

export const Directory = z
  .object({
    network: z.object({ id: Id, slug: Slug, name: z.string() }),
    people: z.array(DirectoryPerson),
  })
  .meta({ id: 'Directory' });

export const Project = z
  .object({
    id: Id,
    name: z.string(),
    challenge: z.string(),
    aims: z.array(z.string()),
    sdgTargets: z.array(z.string()).max(3),
    startsOn: PlainDate,
    endsOn: PlainDate,
  })
  .meta({ id: 'Project' });

/** A seat of the steering group. A seat is not a person: it stays when its holder leaves, and may be vacant. */
export const Seat = z
  .object({
    id: Id,
    side: Side,
    role: Role.extract(['politician', 'senior_official']),
    /** Null for a reader outside the steering group and ICLD. */
    mandate: Mandate.nullable(),
    holder: PersonRef.nullable(),
    fromOn: PlainDate,
    untilOn: PlainDate.nullable(),
  })
  .meta({ id: 'Seat' });

export const PartnershipPage = PartnershipCard.extend({
  network: z.object({ id: Id, slug: Slug, name: z.string() }),
  formerNames: z.array(z.string()),
  /** Those that have left, the latest first. */
  formerParties: z.array(Party),
  statuses: z.array(z.object({ status: PartnershipStatus, fromOn: PlainDate, reason: z.string() })),
  projectDetails: Project.nullable(),
  people: z.array(DirectoryPerson),
  steeringGroup: z.object({
    /** False for a reader outside the steering group and ICLD, who sees filled seats without their mandate. */
    compositionShown: z.boolean(),
    /** The mandates that nobody sits for on a side with seats; null where the composition is not shown. */
    missingMandates: z.array(z.object({ side: Side, mandate: Mandate.extract(['majority', 'opposition']) })).nullable(),
    seats: z.array(Seat),
  }),
  channels: z.array(ChannelCard),
  /** What the reader may do: change name, parties and status; keep the seats of the steering group. */
  may: z.object({ change: z.boolean(), seats: z.boolean() }),
}).meta({ id: 'PartnershipPage' });

export type LocalGovernment = z.infer<typeof LocalGovernment>;
export type Party = z.infer<typeof Party>;
export type PartnershipCard = z.infer<typeof PartnershipCard>;
export type NetworkCard = z.infer<typeof NetworkCard>;
export type NetworkPage = z.infer<typeof NetworkPage>;
export type Directory = z.infer<typeof Directory>;
export type Project = z.infer<typeof Project>;
export type Seat = z.infer<typeof Seat>;
export type PartnershipPage = z.infer<typeof PartnershipPage>;
