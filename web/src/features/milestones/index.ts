export { MessageEvidence } from './ui/message-evidence';
