/** The pages on which people, coordinators and members of a channel choose how they are told. */
export { ChannelMailRoute } from './ui/channel-mail-route';
export { NetworkMailRoute } from './ui/network-mail-route';
export { PreferencesRoute } from './ui/preferences-route';
