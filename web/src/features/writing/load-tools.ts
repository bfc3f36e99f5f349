/** What is rarely needed of writing comes when it is: whom a group reaches, what signing out would lose, and their texts. */
import { withTexts } from '../../i18n';

export const loadWritingTools = () => withTexts('tools', import('./tools'));
