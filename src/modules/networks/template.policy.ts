/**
 * The template of a network: the rooms that every network has from its first day, those that its theme suggests, and a
 * partnership's. The one place for them: real networks and those of the demonstration are made from it.
 */
import type { ChannelKind } from '@hub/contracts';

export interface Room {
  slug: string;
  kind: ChannelKind;
  name: string;
  purpose: string;
  /** Its texts never leave the hub by mail, digest or push. */
  sensitive: boolean;
}

/** The rooms of every network. */
export const commonRooms: readonly Room[] = [
  {
    slug: 'announcements',
    kind: 'announcements',
    name: 'Announcements',
    purpose: 'Dates and decisions from the project coordinator. Nobody else writes here.',
    sensitive: false,
  },
  {
    slug: 'general',
    kind: 'thematic',
    name: 'General',
    purpose: 'Whatever concerns the whole network and has no channel of its own.',
    sensitive: false,
  },
  {
    slug: 'introductions',
    kind: 'thematic',
    name: 'Introductions',
    purpose: 'Who you are, where you work and what you would like to learn.',
    sensitive: false,
  },
  {
    slug: 'steering-groups',
    kind: 'steering_group',
    name: 'Steering groups',
    purpose: 'Politicians and senior officials compare how they steer. Majority and opposition read the same.',
    sensitive: false,
  },
  {
    slug: 'visits-and-logistics',
    kind: 'thematic',
    name: 'Visits and logistics',
    purpose: 'Dates, visas, interpreters, rooms and everything else between invitation and thank-you letter.',
    sensitive: false,
  },
  {
    slug: 'reporting-help',
    kind: 'thematic',
    name: 'Reporting help',
    purpose: 'Help with applications, reports and budgets. The forms themselves are sent in My pages.',
    sensitive: false,
  },
  {
    slug: 'stories',
    kind: 'thematic',
    name: 'Stories',
    purpose: 'What may be told in public, once everybody in it has said yes.',
    sensitive: false,
  },
  {
    slug: 'open-doors',
    kind: 'guest',
    name: 'Open doors',
    purpose: "Guests and applicants ask, the network's staff and experts answer.",
    sensitive: false,
  },
  {
    slug: 'mentors',
    kind: 'mentor_team',
    name: 'Mentors',
    purpose: 'Mentors, and the coordinators and project managers they coach, think aloud.',
    sensitive: false,
  },
];

type ThemeRoom = Omit<Room, 'kind'>;

/** By the theme's slug: suggested when a network is made, and changed there as its people need it. */
const themeRooms: Record<string, readonly ThemeRoom[]> = {
  'human-rights': [
    {
      slug: 'youth-participation',
      name: 'Youth participation',
      purpose: 'Youth councils, forums and panels: how they are chosen, paid, heard and answered.',
      sensitive: false,
    },
    {
      slug: 'child-rights-in-decisions',
      name: 'Child rights in decisions',
      purpose: 'Checks before a decision, and how children are asked.',
      sensitive: false,
    },
    {
      slug: 'accessibility',
      name: 'Accessibility',
      purpose: 'Places, information and meetings that everybody can take part in.',
      sensitive: false,
    },
    {
      slug: 'rights-based-budgeting',
      name: 'Rights-based budgeting',
      purpose: 'Reading and writing a budget with human rights as the yardstick.',
      sensitive: false,
    },
  ],
  'equitable-health': [
    {
      slug: 'child-and-maternal-health',
      name: 'Child and maternal health',
      purpose:
        'From the first visit in pregnancy to the fifth birthday. Never cases of patients who can be recognised.',
      sensitive: true,
    },
    {
      slug: 'cancer-and-chronic-disease',
      name: 'Cancer and chronic disease',
      purpose: 'Early detection, referral and a long life with an illness, on equal terms.',
      sensitive: true,
    },
    {
      slug: 'youth-health',
      name: 'Youth health',
      purpose: 'Services that young people dare and can afford to use.',
      sensitive: true,
    },
    {
      slug: 'health-governance-and-data',
      name: 'Health governance and data',
      purpose: 'Committees, indicators and budgets: who decides, and on which figures.',
      sensitive: false,
    },
  ],
  'gender-equality': [
    {
      slug: 'women-in-local-politics',
      name: 'Women in local politics',
      purpose: 'Running for a seat, staying on it and being heard from it. Safety included.',
      sensitive: false,
    },
    {
      slug: 'violence-prevention',
      name: 'Violence prevention',
      purpose: "The municipality's part in preventing violence and in the way to help.",
      sensitive: true,
    },
    {
      slug: 'gender-budgeting',
      name: 'Gender budgeting',
      purpose: 'Tables, guides and courage for budgets that show whom they serve.',
      sensitive: false,
    },
    {
      slug: 'indigenous-women',
      name: 'Indigenous women',
      purpose: 'Mujeres indígenas y gobierno local. In Spanish or English, as you like: Español o inglés.',
      sensitive: false,
    },
  ],
  'climate-action': [
    {
      slug: 'waste-and-circular',
      name: 'Waste and circular',
      purpose: 'Collection, fees, sorting and what can be used again.',
      sensitive: false,
    },
    {
      slug: 'water',
      name: 'Water',
      purpose: 'Wells, rivers, floods and plans: too little of it, too much of it, and who decides.',
      sensitive: false,
    },
    {
      slug: 'trees-and-land',
      name: 'Trees and land',
      purpose: 'Planting is the easy part. Care, ownership and use of land over the years.',
      sensitive: false,
    },
    {
      slug: 'climate-finance',
      name: 'Climate finance',
      purpose: 'Funds that accept a local government, and budgets that survive reading.',
      sensitive: false,
    },
    {
      slug: 'youth-and-climate',
      name: 'Youth and climate',
      purpose: 'Panels, schools and real influence over plan and budget.',
      sensitive: false,
    },
  ],
};

export function roomsOfTheme(theme: string): Room[] {
  return (themeRooms[theme] ?? []).map((room) => ({ ...room, kind: 'thematic' }));
}

/** An associate follows the network and has nothing to steer. */
export function roomsOfPartnership({ slug, name, steered }: { slug: string; name: string; steered: boolean }): Room[] {
  const room: Room = {
    slug: `partnership-${slug}`,
    kind: 'partnership',
    name,
    purpose: 'Daily work between the partners. Only the people of the partnership read it.',
    sensitive: false,
  };
  const steering: Room = {
    slug: `steering-${slug}`,
    kind: 'steering_group',
    name: steeringRoomName(name),
    purpose: 'Agendas, papers and decisions of the steering group, the same for every mandate.',
    sensitive: false,
  };
  return steered ? [room, steering] : [room];
}

export function steeringRoomName(partnership: string): string {
  return `Steering group ${partnership}`;
}

/** A network works together for four years unless it is said otherwise. */
export const networkMonths = 48;
