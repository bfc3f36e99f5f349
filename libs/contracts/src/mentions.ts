/** How a mention, or a mark of the timeline, stands in a body. Free of schemas, so that a browser can import it alone. */
import type { Role } from './model.js';

/** Whom a message mentions, with the name they had for its readers. */
export type Mentioned =
  { kind: 'person' | 'partnership'; id: string; name: string } | { kind: 'role'; role: Role } | { kind: 'channel' };

/** Every mention of a body: `<@person id>`, `<@partnership:id>`, `<@role:name>` or `<@channel>`. */
export const mentionToken =
  /<@(?:(?:partnership:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|role:[a-z_]+|channel)>/gi;

/** Every milestone and visit that a body names: `<#milestone:id>` or `<#visit:id>`. It calls nobody and gives nobody a right. */
export const markToken = /<#(?:milestone|visit):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>/gi;

export type MarkKind = 'milestone' | 'visit';

export function markOf(token: string): { kind: MarkKind; id: string } {
  const [kind, id] = token.slice(2, -1).toLowerCase().split(':') as [MarkKind, string];
  return { kind, id };
}

export function tokenOf(mentioned: Mentioned): string {
  switch (mentioned.kind) {
    case 'person':
      return `<@${mentioned.id}>`;
    case 'partnership':
      return `<@partnership:${mentioned.id}>`;
    case 'role':
      return `<@role:${mentioned.role}>`;
    case 'channel':
      return '<@channel>';
  }
}

/** Whom a token means; nobody who is not among the message's mentions. */
export function mentionedBy(token: string, mentions: readonly Mentioned[]): Mentioned | undefined {
  const wanted = token.toLowerCase();
  return mentions.find((one) => tokenOf(one) === wanted);
}
