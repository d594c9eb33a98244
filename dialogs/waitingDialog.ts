// A dialog that waits for a reply and tells what it takes for one. All else is a digression, which `mainDialog` answers in
// one way for all dialogs.
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Expectation, Choice, Clause } from '../knowledge/understanding/reading.js';
import { messageOf } from './message.js';

/** What a dialog has asked for, so that a message can be read as the reply to it. */
export interface Asked {
  readonly expects: Expectation;
  readonly choices?: readonly Choice[];
}

export abstract class WaitingDialog extends Dialog {
  /** Whether it goes on waiting while a digression is answered; if not, the digression takes its place. */
  abstract outlastsDigressions(instance: DialogInstance): boolean;

  /** What it waits for. */
  abstract asked(instance: DialogInstance): Asked;

  /** Whether something that was said is meant for this dialog. */
  abstract takes(clause: Clause, instance: DialogInstance): boolean;

  /** Whether what it takes is something to keep, such as a pasted log, rather than something said to the bot. */
  isMaterial?(clause: Clause, instance: DialogInstance): boolean;

  /**
   * Names what is asked now. A button on a card carries the name of the place that it was made for, and is out of
   * date everywhere else.
   * A dialog without places has buttons that mean the same everywhere.
   */
  placeOf?(instance: DialogInstance): string;

  /** A digression has ended: shows again where it is, unless the message goes on. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (!messageOf(dc.context).hasMore) await this.repromptDialog(dc.context, dc.activeDialog!);
    return Dialog.EndOfTurn;
  }
}
