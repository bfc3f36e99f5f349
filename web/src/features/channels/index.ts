export { DirectLine } from './ui/direct-line';
