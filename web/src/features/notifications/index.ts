export { Bell } from './ui/bell';
