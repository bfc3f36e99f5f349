import type { Report } from '@hub/contracts';

/** One message, and everybody who reported it: what is decided about it settles all their reports. */
export interface ReportedMessage extends Pick<Report, 'message' | 'channelName' | 'topicTitle'> {
  reports: Pick<Report, 'id' | 'reporter' | 'reason' | 'createdAt'>[];
}

/** In the order of the first report of each. */
export function byMessage(reports: readonly Report[]): ReportedMessage[] {
  const all = new Map<string, ReportedMessage>();
  for (const { message, channelName, topicTitle, ...report } of reports) {
    const known = all.get(message.id);
    if (known) known.reports.push(report);
    else all.set(message.id, { message, channelName, topicTitle, reports: [report] });
  }
  return [...all.values()];
}
