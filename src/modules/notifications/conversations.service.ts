/**
 * Looks in the worker for what was written and not told yet: a channel whose head is ahead of what it told. Nothing is
 * added to sending for it, and what was missed while no worker ran is found again.
 */
import { Database, type Transaction } from '@hub/database';
import { Rounds } from '@hub/realtime';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import { eachAlone } from './each-alone.js';
import { beginTelling, behind, conversationsTold, holdTelling, moveTelling } from './conversations.queries.js';
import { NotificationsService } from './notifications.service.js';

const everyMs = 2_000;
const channelsAtOnce = 100;

interface Behind {
  id: string;
  networkId: string;
}

interface Told {
  topicId: string;
  direct: boolean;
  personId: string;
  count: number;
  messageId: string;
}

@Injectable()
export class ConversationsService implements OnModuleInit, OnModuleDestroy {
  private readonly rounds = new Rounds();

  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.rounds.every(everyMs, () => this.look());
  }

  onModuleDestroy(): void {
    this.rounds.stop();
  }

  async look(): Promise<void> {
    const channels = await this.database.query<Behind>(behind, [channelsAtOnce]);
    await eachAlone(channels, (channel) => this.database.transaction((tx) => this.tell(tx, channel)), this.log);
  }

  /** In one transaction with how far it told, so that nobody is told of a message twice or never. */
  private async tell(tx: Transaction, { id: channelId, networkId }: Behind): Promise<void> {
    await tx.query(beginTelling, [channelId]);
    const [held] = await tx.query<{ after: number; upTo: number }>(holdTelling, [channelId]);
    if (!held || held.upTo <= held.after) return;
    const told = await tx.query<Told>(conversationsTold, [channelId, held.after, held.upTo]);
    for (const some of together(told)) {
      const [{ topicId, direct, messageId }] = some;
      const kind = direct ? 'direct' : 'reply';
      await this.notifications.tell(tx, {
        kind,
        personIds: some.map(({ personId }) => personId),
        about: { messageId },
        key: messageId,
        foldKey: `${kind}/${topicId}`,
        counts: new Map(some.map(({ personId, count }) => [personId, count])),
        channelId,
        networkId,
      });
    }
    await tx.query(moveTelling, [channelId, held.upTo, told.length]);
  }
}

/** Those who are told of the same message. */
function together(told: Told[]): [Told, ...Told[]][] {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const one of told) {
    const group = groups.get(one.messageId);
    if (group) group.push(one);
    else groups.set(one.messageId, [one]);
  }
  return [...groups.values()];
}
