export { PersonPath } from './ui/care-path';
export { usePerson } from './use-care';
