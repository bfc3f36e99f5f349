/** What the sign-in page shows of this feature, apart from what needs a live connection. */
export { PasskeySignIn } from '../ui/passkey-sign-in';
export { ProviderSignIn } from '../ui/provider-sign-in';
