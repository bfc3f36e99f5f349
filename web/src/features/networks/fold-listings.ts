/** How events change the channels that a network lists for those who may join. */
import type { ChannelListing, HubEvent } from '@hub/contracts';

/** The same list when nothing of it changed. */
export function foldListings(listings: ChannelListing[], event: HubEvent): ChannelListing[] {
  const changed = (id: string, to: (listing: ChannelListing) => ChannelListing) =>
    listings.some((listing) => listing.id === id)
      ? listings.map((listing) => (listing.id === id ? to(listing) : listing))
      : listings;
  switch (event.kind) {
    case 'channel.gained':
      return changed(event.channel.id, (listing) => (listing.joined ? listing : joined(listing, 1)));
    case 'channel.lost':
      return changed(event.channelId, (listing) => (listing.joined ? joined(listing, -1) : listing));
    case 'channel.changed':
      return changed(event.channelId, (listing) => ({ ...listing, ...event.channel }));
    default:
      return listings;
  }
}

function joined(listing: ChannelListing, step: 1 | -1): ChannelListing {
  return { ...listing, joined: step > 0, members: listing.members + step };
}
