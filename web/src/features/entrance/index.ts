export { entrancePages } from './pages';
export { LetterForm } from './ui/letter-form';
