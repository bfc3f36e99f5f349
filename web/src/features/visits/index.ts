/** What a partnership's page shows of its visits; its code and texts come when the page is there. */
import { lazy } from 'react';
import { withTexts } from '../../i18n';

export const VisitsSection = lazy(async () => ({
  default: (await withTexts('visits', import('./ui/visits-section'))).VisitsSection,
}));
