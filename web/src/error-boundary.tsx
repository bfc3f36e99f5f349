/** The last resort for a fault of ours: says so and offers to load the page anew. */
import { Component, type ReactNode } from 'react';
import { t } from './i18n';
import { Button } from './ui/button';
import { PageHeading } from './ui/page-header';

export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
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
