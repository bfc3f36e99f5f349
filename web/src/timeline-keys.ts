/** Under what the browser keeps whole timelines, into which events are folded, and apart from them what is of one partnership. */
export const wholeTimelines = ['timeline'] as const;
/** The timeline of a partnership and its latest changes: loaded afresh when something changed. */
export const partnershipTimelines = ['partnership timeline'] as const;
