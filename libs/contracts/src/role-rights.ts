/**
 * What each role gives: one table, which the policies ask, and which the web shows. Free of zod, so that a page may have
 * it without the schemas. Which kinds of channels a role opens stands in the database as well, and a test compares both.
 */
import type { ChannelKind, Role } from './model.js';

/** In words they are in the catalogues, under `right.`. */
export const rights = [
  'every_network',
  'network',
  'people',
  'mandates',
  'own_mandates',
  'announce',
  'broadcast',
  'channels',
  'own_channels',
  'moderate',
  'timeline',
  'own_timeline',
  'accounts',
  'trail',
  'own_trail',
  'route_questions',
  'answer_questions',
] as const;
export type Right = (typeof rights)[number];

export interface RoleRights {
  /** Where it is held: in the whole hub, a network, one side of a partnership, or (`either`) a network or a whole partnership. */
  held: 'hub' | 'network' | 'side' | 'either';
  gives: readonly Right[];
  /** The kinds of channels that it opens, where it is held. */
  channels: readonly ChannelKind[];
  /** The roles that its holder gives and ends, where it is held. */
  grants: readonly Role[];
}

/** The people of one side, whom its coordinator chooses. */
const ofSide = ['project_manager', 'team_member', 'politician', 'senior_official', 'civil_society'] as const;

const ofNetwork = [
  'research_advisor',
  'expert',
  'guest_expert',
  'mentor',
  'partnership_coordinator',
  ...ofSide,
  'communications_officer',
  'guest',
] as const;

const open = ['announcements', 'thematic', 'partnership'] as const;

export const roleRights: Record<Role, RoleRights> = {
  administrator: {
    held: 'hub',
    gives: [
      'every_network',
      'network',
      'people',
      'mandates',
      'broadcast',
      'timeline',
      'accounts',
      'trail',
      'route_questions',
    ],
    channels: [],
    grants: ['administrator', 'project_coordinator', ...ofNetwork],
  },
  project_coordinator: {
    held: 'network',
    gives: [
      'network',
      'people',
      'mandates',
      'announce',
      'broadcast',
      'channels',
      'moderate',
      'timeline',
      'own_trail',
      'route_questions',
      'answer_questions',
    ],
    channels: [...open, 'steering_group', 'mentor_team', 'guest'],
    grants: ofNetwork,
  },
  research_advisor: {
    held: 'network',
    gives: ['network', 'people', 'answer_questions'],
    channels: [...open, 'guest'],
    grants: [],
  },
  expert: {
    held: 'network',
    gives: ['network', 'people', 'answer_questions'],
    channels: [...open, 'guest'],
    grants: [],
  },
  /** Somebody from outside, who sees of the network only the questions that are given to them. */
  guest_expert: { held: 'network', gives: [], channels: [], grants: [] },
  mentor: { held: 'either', gives: ['network', 'people'], channels: [...open, 'mentor_team'], grants: [] },
  partnership_coordinator: {
    held: 'side',
    gives: ['network', 'people', 'own_channels', 'own_timeline'],
    channels: [...open, 'mentor_team'],
    grants: ofSide,
  },
  project_manager: {
    held: 'side',
    gives: ['network', 'people', 'own_channels', 'own_timeline'],
    channels: [...open, 'mentor_team'],
    grants: [],
  },
  team_member: { held: 'side', gives: ['network', 'people'], channels: open, grants: [] },
  politician: {
    held: 'side',
    gives: ['network', 'people', 'own_mandates'],
    channels: [...open, 'steering_group'],
    grants: [],
  },
  senior_official: {
    held: 'side',
    gives: ['network', 'people', 'own_mandates'],
    channels: [...open, 'steering_group'],
    grants: [],
  },
  civil_society: { held: 'side', gives: ['network', 'people'], channels: open, grants: [] },
  communications_officer: {
    held: 'network',
    gives: ['network', 'people', 'announce'],
    channels: [...open, 'guest'],
    grants: [],
  },
  guest: { held: 'network', gives: ['network'], channels: ['guest'], grants: [] },
};

export function gives(role: Role, right: Right): boolean {
  return roleRights[role].gives.includes(right);
}
