/**
 * Under what the timeline of a partnership and its latest changes are kept: apart from whole timelines, into which events
 * are folded.
 */
export const partnershipTimelines = ['partnership timeline'] as const;
