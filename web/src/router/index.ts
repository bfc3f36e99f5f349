export type { Address } from './addresses';
export { Link } from './link';
export { page, type Pages } from './page';
export { Redirect } from './redirect';
export { Router, useLocation, useParams, useSearch } from './router';
export { navigate, onDeparture, placeNow } from './travel';
