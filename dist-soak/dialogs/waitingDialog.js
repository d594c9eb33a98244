// A dialog that waits for a reply and tells which messages are one. All others are digressions, which `mainDialog`
// answers in one way for all dialogs.
import { Dialog } from 'botbuilder-dialogs';
export class WaitingDialog extends Dialog {
}
//# sourceMappingURL=waitingDialog.js.map