/** Every role somebody can hold; free of zod, so that the web may have it on first load. */
export const roles = [
  'administrator',
  'project_coordinator',
  'research_advisor',
  'expert',
  'guest_expert',
  'mentor',
  'partnership_coordinator',
  'project_manager',
  'team_member',
  'politician',
  'senior_official',
  'civil_society',
  'communications_officer',
  'guest',
] as const;

/** The roles a person holds in a partnership, always on one of its sides. */
export const partnershipRoles = [
  'partnership_coordinator',
  'project_manager',
  'team_member',
  'politician',
  'senior_official',
  'civil_society',
] as const satisfies readonly (typeof roles)[number][];
