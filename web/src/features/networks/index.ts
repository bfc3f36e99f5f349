export { isClosedGroup } from './channel-kinds';
export { isEnded } from './ended';
export { useNetworkCache } from './network-cache';
export { PersonEntry, rolesText } from './ui/person-entry';
export { StageTag } from './ui/stage-tag';
export { YearBar } from './ui/year-bar';
export { ChannelList } from './ui/channel-list';
