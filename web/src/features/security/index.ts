export { PasskeyOffer } from './ui/passkey-offer';
export { Refused } from './ui/refused';
