export { Link } from './link';
export { page, type Pages } from './page';
export { Router, useLocation, useParams, useSearch } from './router';
export { navigate, onDeparture } from './travel';
