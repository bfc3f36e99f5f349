export { useRequests } from './use-requests';
