/**
 * A room hears the same bytes many times. Each distinct frame is parsed once and remembered for a while; for everybody
 * else it is recognised by comparing bytes.
 */

/** Enough for what one member has been sent before the next one is read. */
const remembered = 64;

export const Frames = {
  recent: Array.from({ length: remembered }, () => undefined),
  next: 0,
  /** How many messages the frames parsed so far held, for the average. */
  parsed: 0,
  messages: 0,

  /** The messages of a frame, grouped by channel. */
  read(frame) {
    for (let back = 1; back <= remembered; back++) {
      const known = this.recent[(this.next - back + remembered) % remembered];
      if (known === undefined) break;
      if (known.bytes.length === frame.length && known.bytes.equals(frame)) return known.groups;
    }
    const groups = groupsOf(eventsOf(JSON.parse(frame.toString('utf8', 2))));
    this.parsed++;
    for (const group of groups) this.messages += group.messages.length;
    this.recent[this.next] = { bytes: Buffer.from(frame), groups };
    this.next = (this.next + 1) % remembered;
    return groups;
  },
};

/** A bare target tells one message in a frame, the hub an array of events. */
const eventsOf = ([name, data]) => (name === 'message' ? [{ kind: 'message.sent', ...data, message: data }] : data);

/** The messages among events, by channel. */
export function groupsOf(events) {
  const sent = events
    .filter(({ kind }) => kind === 'message.sent')
    .map(({ channelId, seq, message }) => ({ channelId, seq, clientId: message.clientId }));
  const groups = new Map();
  for (const message of sent) {
    const group = groups.get(message.channelId) ?? { channelId: message.channelId, messages: [] };
    groups.set(message.channelId, group);
    group.messages.push(message);
  }
  for (const group of groups.values()) {
    group.first = group.messages[0].seq;
    group.last = group.messages.at(-1).seq;
    group.dense = group.messages.every(({ seq }, place) => seq === group.first + place);
  }
  return [...groups.values()];
}
