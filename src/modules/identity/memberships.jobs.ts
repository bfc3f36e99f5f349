/** What a role that ends promises to others. */
import { job } from '@hub/queue';

/** Its holder and those who give it are to be told, if it still ends on that day. */
export const roleEnding = job<{ membershipId: string; untilOn: string }>('role.ending');
