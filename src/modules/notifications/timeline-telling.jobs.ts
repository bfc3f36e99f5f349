/** Tells those who answer for a milestone that somebody else changed it. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { milestoneChanged } from '../timeline/timeline.jobs.js';
import { NotificationsService } from './notifications.service.js';
import { milestoneToTell } from './timeline-telling.queries.js';

@Injectable()
export class TimelineTellingJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(milestoneChanged)
  async changed({ milestoneId }: { milestoneId: string }): Promise<void> {
    const [found] = await this.database.query<{ networkId: string; key: string; personIds: string[] }>(
      milestoneToTell,
      [milestoneId],
    );
    if (!found) return;
    await this.notifications.tellAll({
      kind: 'milestone_changed',
      about: { milestoneId },
      foldKey: `milestone_changed/${milestoneId}`,
      ...found,
    });
  }
}
