export { dayOf, idOf, labelOf, languageOf, marksIn, nameOf, standingOf, visitName } from './marks';
export { useMarksCache } from './marks-cache';
export { MarkCard } from './ui/mark-card';
