/** Reads what the demonstration is made of: the JSON and conversation files in `data/`, checked as they are read. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  BroadcastTexts,
  Language,
  Locale,
  LocalGovernmentKind,
  MilestoneState,
  PreparationState,
  Role,
  Side,
  Slug,
  Source,
  TimeZone,
  VisitCause,
  VisitState,
} from '@hub/contracts';
import { z } from 'zod';
import { Ago, Questions } from './demonstration.asked.js';

const Network = z.strictObject({
  slug: Slug,
  name: z.string(),
  theme: z.strictObject({ slug: Slug, names: z.record(Language, z.string()) }),
  region: z.string(),
  purpose: z.string(),
  round: z.int(),
  /** The month it is in on the day of loading. */
  month: z.int().min(1).max(48),
});

const Place = z.strictObject({
  slug: Slug,
  name: z.string(),
  kind: LocalGovernmentKind,
  country: z.string().length(2),
});
const Places = z.strictObject({
  zones: z.record(z.string(), z.string()),
  real: z.array(Place),
  fictional: z.array(Place),
});

const Partnership = z.strictObject({
  slug: Slug,
  network: Slug,
  name: z.string(),
  source: Source,
  associate: z.boolean().default(false),
  /** Still looking for its other side. */
  applicant: z.boolean().default(false),
  withdrawn: z.strictObject({ month: z.int(), reason: z.string() }).optional(),
  swedish: z.array(Slug),
  international: z.array(Slug),
  project: z
    .strictObject({
      name: z.string(),
      challenge: z.string(),
      aims: z.array(z.string()).min(2).max(4),
      sdgTargets: z.array(z.string()).max(3),
      fromMonth: z.int().default(13),
      years: z.int().min(1).max(3),
    })
    .optional(),
});

/** Somebody asked them in, though their role would not. */
const ByHand = z.array(z.strictObject({ person: z.string(), network: Slug, channel: Slug }));

const Person = z.strictObject({
  /** Says who it is: see docs/demonstration.md. */
  key: z.string(),
  name: z.string(),
  /** How others call them, unless it is the first word of the name. */
  called: z.string().optional(),
  title: z.string(),
  languages: z.array(Language).min(1),
  /** A local government, for those whose key does not say it. */
  at: Slug.optional(),
  /** Where those without a local government live, and in which country. */
  place: z.string().optional(),
  country: z.string().optional(),
  locale: Locale.optional(),
  lowData: z.boolean().default(false),
  emailVisible: z.boolean().default(false),
  joinedDaysAgo: z.int().optional(),
  leftDaysAgo: z.int().optional(),
  /** Leaves in the middle of next month. */
  leaving: z.boolean().default(false),
  /** Ties a mentor to one partnership. */
  partnership: Slug.optional(),
  also: z
    .array(z.strictObject({ role: Role, network: Slug, partnership: Slug.optional(), side: Side.optional() }))
    .default([]),
});

/** Offers of roles, and what became of them; all but those accepted wait, until their days are over. */
const Invitation = z.strictObject({
  network: Slug,
  partnership: Slug.optional(),
  side: Side.optional(),
  name: z.string(),
  email: z.email(),
  role: Role,
  by: z.string(),
  daysAgo: z.int(),
  locale: Locale.default('en'),
  letter: z.enum(['sent', 'refused']).default('sent'),
  accepted: z.strictObject({ by: z.string(), daysAgo: z.int() }).optional(),
});

const OfMilestone = { network: Slug, partnership: Slug.optional(), number: z.int(), by: z.string() };

/** Where each network is in its plan, and what did not go by it: days are counted from the plan, or from the day of loading. */
const Milestones = z.strictObject({
  doneUpTo: z.record(Slug, z.int()),
  alsoDone: z.array(z.strictObject({ network: Slug, number: z.int(), partnerships: z.array(Slug) })),
  moved: z.array(z.strictObject({ ...OfMilestone, days: z.int(), reason: z.string(), lesson: z.string().default('') })),
  open: z.array(
    z.strictObject({
      network: Slug,
      partnership: Slug.optional(),
      number: z.int(),
      changes: z.array(
        z.strictObject({
          daysAgo: z.int(),
          by: z.string(),
          state: MilestoneState,
          forecastDays: z.int().optional(),
          reason: z.string(),
        }),
      ),
    }),
  ),
});

const Visits = z.strictObject({
  /** The month of each visit; its partners may be a month early or late. */
  months: z.array(z.int()),
  /** By network, in the order of the visits. */
  purposes: z.record(Slug, z.array(z.string())),
  /** By network and hosting side. */
  programmes: z.record(Slug, z.record(Side, z.string())),
  lessons: z.record(Slug, z.array(z.string())),
  exceptions: z.array(
    z.strictObject({
      partnership: Slug,
      visit: z.int(),
      /** Counted from the day of loading. */
      startsInDays: z.int().optional(),
      /** So much later than it was planned, said so long ago or before its first day. */
      movedByDays: z.int().optional(),
      saidDaysAgo: z.int().optional(),
      state: VisitState.extract(['postponed', 'moved']).optional(),
      cause: VisitCause.optional(),
      by: z.string().optional(),
      reason: z.string().optional(),
      online: z.boolean().optional(),
      checklist: z
        .strictObject({
          invitationLetters: PreparationState,
          visas: PreparationState,
          interpreter: PreparationState,
        })
        .optional(),
      programme: z.string().optional(),
      lessons: z.string().optional(),
      noLessons: z.boolean().optional(),
    }),
  ),
});

/** What was sent to many, counted from the day of loading and in UTC; all of it asks to be acknowledged. */
const Broadcast = z.strictObject({
  key: z.string(),
  author: z.string(),
  networks: z.array(Slug).min(1),
  roles: z.array(Role).default([]),
  /** When it was sent, or written where it is only scheduled. */
  at: Ago.default('-1d 09:00'),
  scheduled: z.strictObject({ inDays: z.int(), time: z.string(), zone: TimeZone }).optional(),
  acknowledgeInDays: z.int().nullable(),
  /** The beginnings of keys: whoever these are has not answered. */
  silent: z.array(z.string()).default([]),
  /** The first, and its corrections. */
  versions: z
    .array(
      z.strictObject({
        at: Ago.optional(),
        note: z.string().default(''),
        again: z.boolean().default(false),
        texts: BroadcastTexts,
      }),
    )
    .min(1),
});

/** Eleven people, and when each was here last, counted from the day of loading and in UTC. */
const SignIn = z.array(z.strictObject({ person: z.string(), lastHere: Ago })).length(11);

export interface Data {
  networks: z.infer<typeof Network>[];
  places: z.infer<typeof Places>;
  partnerships: z.infer<typeof Partnership>[];
  byHand: z.infer<typeof ByHand>;
  people: z.infer<typeof Person>[];
  invitations: z.infer<typeof Invitation>[];
  milestones: z.infer<typeof Milestones>;
  visits: z.infer<typeof Visits>;
  broadcasts: z.infer<typeof Broadcast>[];
  questions: z.infer<typeof Questions>;
  signIn: z.infer<typeof SignIn>;
  conversations: { network: string; file: string; text: string }[];
}

export function readData(): Data {
  const folder = dataFolder();
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const read = <T>(schema: z.ZodType<T>, file: string): T => schema.parse(JSON.parse(text(file)));
  const networks = read(z.array(Network), 'networks.json');
  return {
    networks,
    places: read(Places, 'local-governments.json'),
    partnerships: read(z.array(Partnership), 'partnerships.json'),
    byHand: read(ByHand, 'added-by-hand.json'),
    people: read(z.array(Person), 'people.json'),
    invitations: read(z.array(Invitation), 'invitations.json'),
    milestones: read(Milestones, 'milestones.json'),
    visits: read(Visits, 'visits.json'),
    broadcasts: read(z.array(Broadcast), 'broadcasts.json'),
    questions: read(Questions, 'questions.json'),
    signIn: read(SignIn, 'sign-in.json'),
    conversations: networks.flatMap(({ slug: network }) => {
      const file = `${network}.md`;
      return existsSync(join(folder, file)) ? [{ network, file, text: text(file) }] : [];
    }),
  };
}

/** The build copies no data, so that both the sources and what is built of them read it from the project's own folder. */
function dataFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The demonstration data lies in the project folder, which was not found.');
    folder = parent;
  }
  return join(folder, 'src/modules/demonstration/data');
}
