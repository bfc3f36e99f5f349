export { entrancePage } from './pages';
export { LetterForm } from './ui/letter-form';
