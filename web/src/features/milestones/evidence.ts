/** Evidence while it is given: what a form holds, and what of it is sent. */
import type { CoreValue, Input, ResultLevel } from '@hub/contracts';

export const coreValues: readonly CoreValue[] = ['equity', 'participation', 'transparency', 'accountability'];
export const levels: readonly ResultLevel[] = ['individual', 'organisation', 'society'];

export interface EvidenceDraft {
  link: string;
  note: string;
  /** Targets as they are written, e.g. `16.7, 5.5`. */
  targets: string;
  coreValue: string;
  level: string;
  year: string;
}

export const emptyEvidence: EvidenceDraft = { link: '', note: '', targets: '', coreValue: '', level: '', year: '' };

interface Given {
  milestoneId: string;
  evidenceId: string;
  /** The message that is the evidence, where it was chosen and no address is asked for. */
  messageId?: string | undefined;
  origin: string;
}

export function evidenceOf(draft: EvidenceDraft, { origin, ...given }: Given): Input<'evidence.add'> {
  const { link, note, targets, coreValue, level, year } = draft;
  const messageId = given.messageId ?? messageAt(link.trim(), origin);
  return {
    milestoneId: given.milestoneId,
    evidenceId: given.evidenceId,
    note: note.trim(),
    ...(messageId !== undefined ? { messageId } : link.trim() !== '' && { link: link.trim() }),
    sdgTargets: [
      ...new Set(
        targets
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ],
    ...(coreValue !== '' && { coreValue: coreValue as CoreValue }),
    ...(level !== '' && { level: level as ResultLevel }),
    ...(year.trim() !== '' && { year: Number(year) }),
  };
}

const permanentLink = /^\/t\/[0-9a-f-]{36}\?m=([0-9a-f-]{36})$/;

/** The message that an address of this hub leads to. */
function messageAt(link: string, origin: string): string | undefined {
  return link.startsWith(origin) ? permanentLink.exec(link.slice(origin.length))?.[1] : undefined;
}

/** The number of the goal that a target belongs to. */
export function goalOf(target: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 {
  return Number.parseInt(target, 10) as ReturnType<typeof goalOf>;
}
