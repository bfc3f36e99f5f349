export { Home } from './ui/home';
