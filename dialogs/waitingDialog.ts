// A dialog that waits for a reply and tells which messages are one. All others are digressions, which `mainDialog`
// answers in one way for all dialogs.
import { Dialog, type DialogInstance } from 'botbuilder-dialogs';
import type { ReceivedMessage } from './message.js';

export abstract class WaitingDialog extends Dialog {
  /** Whether it goes on waiting while a digression is answered; if not, the digression takes its place. */
  abstract outlastsDigressions(instance: DialogInstance): boolean;

  /** Whether a message is meant for this dialog. */
  abstract takes(message: ReceivedMessage, instance: DialogInstance): boolean;

  /** Whether a message that it takes is something to keep, such as a pasted log, rather than something said to the bot. */
  isMaterial?(message: ReceivedMessage, instance: DialogInstance): boolean;

  /**
   * Names what is asked now. A button on a card carries the name of the place that it was made for, and is out of
   * date everywhere else.
   * A dialog without places has buttons that mean the same everywhere.
   */
  placeOf?(instance: DialogInstance): string;
}
