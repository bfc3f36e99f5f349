export type { PeopleFilter } from './filter-people';
