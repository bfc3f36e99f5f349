/** Which form of a question is open. It stands in the address, so that a link opens it each time, and goes from there when it is left. */
import type { QuestionPage } from '@hub/contracts';
import { navigate, useLocation, useSearch } from '../../router';

const panels = ['answer', 'askBack', 'remark', 'give', 'decline', 'edit', 'close', 'reopen'] as const;
export type Panel = (typeof panels)[number];

export function allowed({ may }: QuestionPage): Record<Panel, boolean> {
  return {
    answer: may.answer,
    askBack: may.askBack,
    remark: may.remark,
    give: may.assign || may.passOn,
    decline: may.decline,
    edit: may.edit || may.describe,
    close: may.close.length > 0,
    reopen: may.reopen,
  };
}

export interface PanelProps {
  page: QuestionPage;
  panel: Panel | undefined;
  onPanel(panel: Panel | undefined): void;
}

const address = '/q/$questionId';

export function usePanel(page: QuestionPage): Pick<PanelProps, 'panel' | 'onPanel'> & { onAnswered(): void } {
  const { do: asked, ...chosen } = useSearch(address);
  const panel = panels.find((one) => one === asked && allowed(page)[one]);
  const params = { questionId: page.id };
  const { path } = useLocation();
  const go = (search: { do?: string; message?: string; topic?: string }) => {
    // Whoever gave a question away may be on another page by then.
    if (location.pathname === path) navigate({ to: address, params, search }, { replace: true });
  };
  return {
    panel,
    onPanel: (next) => go({ ...chosen, ...(next !== undefined && { do: next }) }),
    // The message that was brought along is answered with.
    onAnswered: () => go({}),
  };
}
