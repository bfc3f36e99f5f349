/** The timeline and the board, which share most of what they are made of. */
export { BoardRoute } from './ui/board-route';
export { TimelineRoute } from './ui/timeline-route';
