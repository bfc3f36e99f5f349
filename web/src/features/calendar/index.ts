export { NextDates } from './ui/next-dates';
