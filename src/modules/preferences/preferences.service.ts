/** How a person wants to be told of something, and when. */
import { tellings, type MailChoice, type NotificationKind } from '@hub/contracts';
import { Injectable } from '@nestjs/common';

export interface MailQuestion {
  personId: string;
  kind: NotificationKind;
  networkId: string | null;
  channelId: string | null;
}

@Injectable()
export class PreferencesService {
  /** For each, whether it is mailed, and the first moment from this one at which it may be. */
  async mailTimes(asked: MailQuestion[], at: Date): Promise<{ mail: MailChoice; at: Date }[]> {
    return asked.map(({ kind }) => ({ mail: tellings[kind].mail, at }));
  }
}
