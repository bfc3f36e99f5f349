/** What is rarely needed of a conversation comes when it is: menus, dialogs, the editor, and their texts. */
import { withTexts } from '../../i18n';

export const loadTools = () => withTexts('tools', import('./tools'));
