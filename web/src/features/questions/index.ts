export { QuestionsWaiting } from './ui/waiting-section';
