/** What the postman promises. */
import { job } from '@hub/queue';

/** These letters are due: each is everything that waits for one person. */
export const lettersDue = job<{ letterIds: string[] }>('letters.due');
