/** The rule of read markers, pure: no clock decides, and however often and in whatever order moves come, all agree. */
export interface Marker {
  epoch: number;
  seq: number;
}

/** Within an epoch the furthest; the next epoch wins over it; whatever else is asked comes from the past. */
export function moved(now: Marker, asked: Marker): Marker {
  if (asked.epoch === now.epoch) return asked.seq > now.seq ? asked : now;
  return asked.epoch === now.epoch + 1 ? asked : now;
}
