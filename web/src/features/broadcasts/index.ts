export { useNotSent } from './use-broadcasts';
