/** The way up from a page about questions. */
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Path } from '../../../ui';

interface Props {
  network: { slug: string; name: string } | undefined;
  /** On a page below the list of them. */
  below?: boolean;
}

export function QuestionPath({ network, below = true }: Props) {
  const t = useT();
  if (!network) return null;
  const params = { networkSlug: network.slug };
  return (
    <Path>
      <Link to="/n/$networkSlug" params={params} lang="en">
        {network.name}
      </Link>
      {below && (
        <Link to="/n/$networkSlug/questions" params={params}>
          {t('questions.title')}
        </Link>
      )}
    </Path>
  );
}
