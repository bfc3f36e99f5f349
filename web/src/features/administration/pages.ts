/** Every page of the administration: small, and mostly visited one after the other, so they come together. */
export { AccountRoute } from './ui/account-route';
export { AdminRoute } from './ui/admin-route';
export { GiveRoute } from './ui/give-route';
export { JobsRoute } from './ui/jobs-route';
export { PersonRoute } from './ui/person-route';
export { RoleRoute } from './ui/role-route';
export { RolesRoute } from './ui/roles-route';
export { RosterRoute } from './ui/roster-route';
export { TrailRoute } from './ui/trail-route';
