export {
  Drafts,
  editOf,
  emptyDraft,
  isEmpty,
  longestBody,
  withText,
  type Answered,
  type Draft,
  type Written,
} from './drafts';
export { loadWritingTools } from './load-tools';
export { fromTokens, toTokens } from './mention-tokens';
export { Composer, type ComposerHandle } from './ui/composer';
export { LanguageChoice } from './ui/language-choice';
export { PostClosed } from './ui/post-closed';
export { useByTouch } from './ui/use-by-touch';
export { WritingField, type WritingHandle } from './ui/writing-field';
export { useCallable } from './use-callable';
export { useDraft } from './use-draft';
