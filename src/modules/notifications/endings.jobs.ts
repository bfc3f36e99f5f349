/** Tells that a role ends: its holder in the hub and by a letter, and those who give it in the hub. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { roleEnding } from '../identity/memberships.jobs.js';
import { toldOfEnding } from './endings.queries.js';
import { NotificationsService } from './notifications.service.js';

interface Told {
  personId: string;
  own: boolean;
  networkId: string | null;
}

@Injectable()
export class EndingsJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(roleEnding)
  async tell({ membershipId, untilOn }: { membershipId: string; untilOn: string }): Promise<void> {
    const told = await this.database.query<Told>(toldOfEnding, [membershipId, untilOn]);
    for (const own of [true, false]) {
      const some = told.filter((one) => one.own === own);
      await this.notifications.tellAll({
        kind: 'role_ending',
        personIds: some.map(({ personId }) => personId),
        about: { membershipId },
        key: `${membershipId}/${untilOn}`,
        networkId: some[0]?.networkId ?? undefined,
        unmailed: !own,
      });
    }
  }
}
