/** Where the texts of the pages in rare-routes come from. Their list has no place in the first load. */
import type { Catalogues, RarePart } from './i18n';

export const rareTexts: Catalogues<RarePart> = {
  en: {
    invitations: () => import('virtual:catalogue/en/invitations'),
    administration: () => import('virtual:catalogue/en/administration'),
    broadcasts: () => import('virtual:catalogue/en/broadcasts'),
    questions: () => import('virtual:catalogue/en/questions'),
    knowledge: () => import('virtual:catalogue/en/knowledge'),
    field: () => import('virtual:catalogue/en/field'),
    timeline: () => import('virtual:catalogue/en/timeline'),
    preferences: () => import('virtual:catalogue/en/preferences'),
  },
  sv: {
    invitations: () => import('virtual:catalogue/sv/invitations'),
    administration: () => import('virtual:catalogue/sv/administration'),
    broadcasts: () => import('virtual:catalogue/sv/broadcasts'),
    questions: () => import('virtual:catalogue/sv/questions'),
    knowledge: () => import('virtual:catalogue/sv/knowledge'),
    field: () => import('virtual:catalogue/sv/field'),
    timeline: () => import('virtual:catalogue/sv/timeline'),
    preferences: () => import('virtual:catalogue/sv/preferences'),
  },
};
