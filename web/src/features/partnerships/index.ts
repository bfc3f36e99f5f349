export { GovernmentAdd } from './ui/government-add';
export { GovernmentOptions } from './ui/government-options';
export { useGovernments } from './use-governments';
