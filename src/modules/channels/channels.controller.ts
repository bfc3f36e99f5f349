import type { ChannelCard, ChannelListing, ChannelPage, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { ChannelsService } from './channels.service.js';
import { DirectService } from './direct.service.js';
import { JoiningService } from './joining.service.js';
import { ManagingService } from './managing.service.js';
import { OpeningService } from './opening.service.js';

@Controller()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly opening: OpeningService,
    private readonly managing: ManagingService,
    private readonly direct: DirectService,
    private readonly joining: JoiningService,
  ) {}

  @Route('channel.list')
  list(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'channel.list'>): Promise<ChannelListing[]> {
    return this.channels.listings(actor, networkSlug);
  }

  @Route('channel.create')
  create(@Me() actor: Actor, @Input() input: Parsed<'channel.create'>): Promise<ChannelCard> {
    return this.opening.create(actor, input);
  }

  @Route('direct.open')
  openDirect(@Me() actor: Actor, @Input() input: Parsed<'direct.open'>): Promise<ChannelCard> {
    return this.direct.open(actor, input);
  }

  @Route('channel.read')
  channel(@Me() actor: Actor, @Input() { channelId }: Parsed<'channel.read'>): Promise<ChannelPage> {
    return this.channels.page(actor, channelId);
  }

  @Route('channel.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'channel.change'>): Promise<void> {
    return this.managing.change(actor, input);
  }

  @Route('channel.archive')
  archive(@Me() actor: Actor, @Input() input: Parsed<'channel.archive'>): Promise<void> {
    return this.managing.archive(actor, input);
  }

  @Route('channel.join')
  join(@Me() actor: Actor, @Input() { channelId }: Parsed<'channel.join'>): Promise<ChannelCard> {
    return this.joining.join(actor, channelId);
  }

  @Route('channel.leave')
  leave(@Me() actor: Actor, @Input() { channelId }: Parsed<'channel.leave'>): Promise<void> {
    return this.joining.leave(actor, channelId);
  }

  @Route('channel.mute')
  mute(@Me() actor: Actor, @Input() { channelId, muted }: Parsed<'channel.mute'>): Promise<void> {
    return this.channels.mute(actor, channelId, muted);
  }

  @Route('member.add')
  add(@Me() actor: Actor, @Input() input: Parsed<'member.add'>): Promise<{ added: string[] }> {
    return this.joining.add(actor, input);
  }

  @Route('member.remove')
  remove(@Me() actor: Actor, @Input() input: Parsed<'member.remove'>): Promise<void> {
    return this.joining.remove(actor, input);
  }

  @Route('mention.reach')
  reach(@Me() actor: Actor, @Input() { channelId, group }: Parsed<'mention.reach'>): Promise<{ people: number }> {
    return this.channels.reach(actor, channelId, group);
  }
}
