/** What a letter says of each thing that is told: every feature says it of its own, as it is at the moment of sending. */
import type { Locale, NotificationKind } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import type { Part } from '../mail/letter.js';

/** What is told, and its reader as they are now. */
export interface Due {
  notificationId: string;
  kind: NotificationKind;
  personId: string;
  /** How many it stands for. */
  count: number;
  locale: Locale;
  timeZone: string;
}

export interface Matter {
  /** Of a letter about nothing else, and the heading in one about several things. */
  subject: string;
  parts: Part[];
  /** Letters with the same thread stand together. */
  thread?: string;
  /** Where it is, for what is chosen for a network or a channel. */
  networkId: string | null;
  channelId?: string;
}

/** Why it is not told any more, e.g. `left`. */
export interface NotTold {
  reason: string;
}

/** By the notification; what is not among them is not told any more. */
type Writer = (due: Due[]) => Promise<Map<string, Matter | NotTold>>;

@Injectable()
export class MattersService {
  private readonly writers = new Map<NotificationKind, Writer>();

  writes(kinds: NotificationKind[], writer: Writer): void {
    for (const kind of kinds) this.writers.set(kind, writer);
  }

  async of(due: Due[]): Promise<Map<string, Matter | NotTold>> {
    const groups = new Map<Writer, Due[]>();
    for (const one of due) {
      const writer = this.writers.get(one.kind);
      if (writer) groups.set(writer, [...(groups.get(writer) ?? []), one]);
    }
    const written = await Promise.all([...groups].map(([writer, own]) => writer(own)));
    return new Map(written.flatMap((matters) => [...matters]));
  }
}
