/** The last resort for a fault of ours: says so and offers to load the page anew. */
import { Component, type ReactNode } from 'react';
import { t } from './i18n';
import { Button } from './ui/button';
import { PageHeading } from './ui/page-header';

interface State {
  failed: boolean;
  until?: unknown;
}

interface Props {
  children: ReactNode;
  /** Something that changes when it is worth trying again. */
  until?: unknown;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ until }: Props, state: State): State | null {
    return until === state.until ? null : { failed: false, until };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Fault />;
  }
}

export function Fault() {
  return (
    <main className="first">
      <PageHeading>{t('problem.title')}</PageHeading>
      <p>{t('problem.fault')}</p>
      <div>
        <Button look="primary" onClick={() => location.reload()}>
          {t('problem.reload')}
        </Button>
      </div>
    </main>
  );
}
