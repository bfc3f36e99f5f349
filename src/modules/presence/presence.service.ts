/**
 * Who is here: whoever has an open socket on some node, and for a moment after the last one closed, so that a reload is
 * no coming and going. Each node tells its own sockets, a few channels at a time when many come at once.
 */
import { Live, Rounds } from '@hub/realtime';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';

/** How long somebody may be without a socket and still count as here, ms. */
const graceMs = 5_000;
/** How often changes are told at most, ms. */
const roundMs = 2_000;
/** What a round takes on; the rest waits for the next one, and what was undone meanwhile is never told. */
const peopleInRound = 200;
const socketsInRound = 3_000;
/** As many people as an event names. */
const peopleInEvent = 100;

@Injectable()
export class PresenceService implements OnModuleInit, OnModuleDestroy {
  private readonly here = new Set<string>();
  /** Who has no socket any more, and when. */
  private readonly leaving = new Map<string, number>();
  /** Changes whose channels were not told yet: who, and whether they are here now. */
  private readonly changed = new Map<string, boolean>();
  private readonly untold = new Map<string, Map<string, boolean>>();
  private readonly rounds = new Rounds();

  constructor(
    private readonly channels: ChannelsService,
    private readonly live: Live,
  ) {}

  onModuleInit(): void {
    this.live.nodes.onComing((personId, here) => this.note(personId, here));
    this.rounds.every(roundMs, () => this.round());
  }

  onModuleDestroy(): void {
    this.rounds.stop();
  }

  async read(actor: Actor, channelId: string): Promise<{ here: string[] }> {
    await this.channels.readable(actor, channelId);
    return { here: [...(await this.channels.membersAmong(channelId, [...this.here]))] };
  }

  private note(personId: string, here: boolean): void {
    if (!here) {
      if (this.here.has(personId)) this.leaving.set(personId, performance.now());
      return;
    }
    this.leaving.delete(personId);
    if (this.here.has(personId)) return;
    this.here.add(personId);
    this.change(personId, true);
  }

  /** Who came and went before anybody was told is not told at all. */
  private change(personId: string, here: boolean): void {
    if (this.changed.get(personId) === !here) this.changed.delete(personId);
    else this.changed.set(personId, here);
  }

  private async round(): Promise<void> {
    for (const [personId, since] of this.leaving) {
      if (performance.now() - since < graceMs) continue;
      this.leaving.delete(personId);
      this.here.delete(personId);
      this.change(personId, false);
    }
    await this.findChannels([...this.changed.keys()].slice(0, peopleInRound));
    this.tell();
  }

  /** Where somebody has sockets here, their rooms say it; of the others the rows do. */
  private async findChannels(personIds: string[]): Promise<void> {
    const found = new Map(personIds.map((personId) => [personId, this.live.channelsOf(personId)]));
    const elsewhere = personIds.filter((personId) => found.get(personId)?.length === 0);
    if (elsewhere.length > 0)
      for (const [personId, channelIds] of await this.channels.idsOf(elsewhere)) found.set(personId, channelIds);
    for (const [personId, channelIds] of found) {
      const here = this.changed.get(personId);
      this.changed.delete(personId);
      if (here !== undefined) for (const channelId of channelIds) this.prepare(channelId, personId, here);
    }
  }

  private prepare(channelId: string, personId: string, here: boolean): void {
    if (this.live.listeners(channelId) === 0) return;
    const changes = this.untold.get(channelId) ?? new Map<string, boolean>();
    this.untold.set(channelId, changes);
    if (changes.get(personId) === !here) changes.delete(personId);
    else changes.set(personId, here);
  }

  private tell(): void {
    let sockets = 0;
    for (const [channelId, changes] of this.untold) {
      if (sockets >= socketsInRound) return;
      this.untold.delete(channelId);
      const some = [...changes].slice(0, peopleInEvent);
      if (some.length === 0) continue;
      sockets += this.live.listeners(channelId);
      const those = (here: boolean) => some.filter((one) => one[1] === here).map(([personId]) => personId);
      this.live.whisper(
        channelId,
        { kind: 'presence.changed', channelId, came: those(true), went: those(false) },
        { here: true },
      );
      for (const [personId] of some) changes.delete(personId);
      if (changes.size > 0) this.untold.set(channelId, changes);
    }
  }
}
