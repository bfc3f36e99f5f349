export { filterPeople, type PeopleFilter } from './filter-people';
