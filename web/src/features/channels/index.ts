export { MessageBody } from './ui/message-body';
