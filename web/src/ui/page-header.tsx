/** The top of a page: where it belongs, its one h1 (which takes focus after a change of page), and a lead. */
import type { ReactNode } from 'react';
import { useHeadingFocus, usePageTitle } from '../a11y';
import styles from './page-header.module.css';

interface HeadingProps {
  children: string;
  /** For the window's title where the heading alone says too little. */
  title?: string;
  lang?: string;
  className?: string;
}

export function PageHeading({ children, title = children, lang, className }: HeadingProps) {
  const heading = useHeadingFocus(title);
  usePageTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang} className={className}>
      {children}
    </h1>
  );
}

interface Props extends Omit<HeadingProps, 'className'> {
  path?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ path, lead, actions, ...heading }: Props) {
  return (
    <header className={styles.header}>
      {path}
      <div className={styles.row}>
        <PageHeading {...heading} className={styles.heading} />
        {actions}
      </div>
      {typeof lead === 'string' ? <p className={styles.lead}>{lead}</p> : lead}
    </header>
  );
}
