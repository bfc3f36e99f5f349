/** Drafts of forms: apart from those of messages, so that they come with a page that has such a form. */
export { hasFormDraft, useFormDraft } from './use-form-draft';
