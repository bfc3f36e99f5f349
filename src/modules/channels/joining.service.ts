/** Coming into a channel and going out of it: by oneself, or by the hand of those who look after it. */
import { Failure, type ChannelCard, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { rightsIn } from './channels.policy.js';
import { endPlace, givePlaces, openedTo, opensFor, peopleOfNetwork } from './channels.queries.js';
import { ChannelsService } from './channels.service.js';
import { EnrolmentService } from './enrolment.service.js';

@Injectable()
export class JoiningService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly enrolment: EnrolmentService,
    private readonly journal: JournalService,
    private readonly audit: AuditService,
  ) {}

  /** A channel that one's roles do not open answers as if it did not exist. */
  async join(actor: Actor, channelId: string): Promise<ChannelCard> {
    const { personId } = actor;
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      if ((await this.channels.membersAmong(channelId, [personId], tx)).has(personId)) return;
      const [opened] = await tx.query<{ networkClosed: boolean }>(opensFor, [channelId, personId]);
      if (!opened) throw new Failure('NOT_FOUND', 'There is nothing here.');
      if (opened.networkClosed) throw new Failure('FORBIDDEN', 'The network is closed.');
      const placed = await tx.query<{ personId: string }>(givePlaces, [channelId, [personId], 'role']);
      await this.enrolment.tellJoined(
        tx,
        channelId,
        placed.map((one) => one.personId),
      );
    });
    return this.channels.card(actor, channelId);
  }

  async leave(actor: Actor, channelId: string): Promise<void> {
    const { personId } = actor;
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const channel = await this.channels.readable(actor, channelId, tx);
      if (!rightsIn(actor, channel).leave) throw new Failure('FORBIDDEN', 'This channel comes with your role.');
      await tx.query(endPlace, [channelId, personId, 'self']);
      await this.enrolment.tellLeft(tx, channelId, [personId]);
    });
  }

  /** Only people of the network can be added; whoever is in it already stays as they are. */
  async add(actor: Actor, { channelId, personIds }: Parsed<'member.add'>): Promise<{ added: string[] }> {
    return this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const channel = await this.channels.readable(actor, channelId, tx);
      if (!rightsIn(actor, channel).manage) throw new Failure('FORBIDDEN', 'You may not add people here.');
      // What happens on the network's timeline is told in its announcements, which are not for guests.
      const known =
        channel.kind === 'announcements'
          ? await tx.query(openedTo, [channelId, personIds])
          : await tx.query(peopleOfNetwork, [channel.networkId, personIds]);
      if (known.length < new Set(personIds).size)
        throw new Failure('INVALID', 'Somebody among them is not in the network.', {
          fields: [{ path: 'personIds', problem: 'not_a_choice' }],
        });
      const placed = await tx.query<{ personId: string }>(givePlaces, [channelId, personIds, 'hand']);
      const added = placed.map(({ personId }) => personId);
      await this.enrolment.tellJoined(tx, channelId, added);
      if (added.length > 0) {
        const { networkId } = channel;
        const after = { personIds: added };
        await this.audit.write(tx, { actor, networkId, action: 'member.add', subjectId: channelId, after });
      }
      return { added };
    });
  }

  /** Whoever has a place by role may be taken out too, and stays out until somebody adds them or they join again. */
  async remove(actor: Actor, { channelId, personId }: Parsed<'member.remove'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const channel = await this.channels.readable(actor, channelId, tx);
      if (!rightsIn(actor, channel).manage) throw new Failure('FORBIDDEN', 'You may not take people out here.');
      const ended = await tx.query(endPlace, [channelId, personId, 'hand']);
      if (ended.length === 0) return;
      await this.enrolment.tellLeft(tx, channelId, [personId]);
      const { networkId } = channel;
      const before = { personIds: [personId] };
      await this.audit.write(tx, { actor, networkId, action: 'member.remove', subjectId: channelId, before });
    });
  }
}
