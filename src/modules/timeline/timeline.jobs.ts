/** What changes of a timeline promise to others. */
import { job } from '@hub/queue';

/** Those who answer for the milestone are to be told how it stands now, if somebody else changed it. */
export const milestoneChanged = job<{ milestoneId: string }>('milestone.changed');
