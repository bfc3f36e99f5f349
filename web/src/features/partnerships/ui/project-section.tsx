/** What the partners do together: the challenge, the aims, and the goals of the 2030 Agenda it serves. */
import type { Project } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { EmptyState } from '../../../ui';
import { goalOf } from '../sdg';
import page from './partnership-route.module.css';
import styles from './project-section.module.css';

export function ProjectSection({ project }: { project: Project | null }) {
  const t = useT();
  return (
    <section aria-labelledby="project" className={page.section}>
      <h2 id="project">{t('partnerships.project')}</h2>
      {project ? (
        <Details project={project} />
      ) : (
        <EmptyState title={t('partnerships.project_none')}>{t('partnerships.project_none_hint')}</EmptyState>
      )}
    </section>
  );
}

function Details({ project }: { project: Project }) {
  const t = useT();
  const { month } = useFormats();
  return (
    <div className={styles.project}>
      <div className={styles.text}>
        <p className={styles.name} lang="en">
          {project.name}
        </p>
        <p className={styles.years}>
          {t('partnerships.years', { start: month(project.startsOn), end: month(project.endsOn) })}
        </p>
        <h3>{t('partnerships.challenge')}</h3>
        <p lang="en">{project.challenge}</p>
        <h3>{t('partnerships.aims')}</h3>
        <ol className={styles.aims} lang="en">
          {project.aims.map((aim) => (
            <li key={aim}>{aim}</li>
          ))}
        </ol>
      </div>
      {project.sdgTargets.length > 0 && (
        <div className={styles.goals}>
          <h3>{t('partnerships.sdg')}</h3>
          <ul>
            {project.sdgTargets.map((target) => (
              <Target key={target} target={target} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Target({ target }: { target: string }) {
  const t = useT();
  const goal = goalOf(target);
  return (
    <li>
      <span className={styles.number} aria-hidden>
        {target}
      </span>
      <span>
        {goal && <span className={styles.goal}>{t(`sdg.${goal}`)}</span>}
        <span className={styles.target}>{t('partnerships.sdg_target', { target })}</span>
      </span>
    </li>
  );
}
