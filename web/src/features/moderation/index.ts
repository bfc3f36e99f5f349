export { useReports } from './use-reports';
