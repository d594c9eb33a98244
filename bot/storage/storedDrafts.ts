// Keeps drafts of forms in the bot's storage.
import type { Storage, TurnContext } from 'botbuilder';
import type { FormDraft, FormDrafts } from '../../dialogs/formDrafts.js';
import { turnOf } from '../turns/turn.js';
import { conversationPath, draftKey, draftNote } from './conversationKeys.js';

export const storedDrafts: FormDrafts = {
  read: (context, id) => readDraft(turnOf(context), id),

  // The turns of a conversation come one by one, so nobody else writes its drafts.
  write: (context, id, { form, values }) =>
    turnOf(context).write({ [draftKey(id)]: { form, values }, [noteOf(context, id)]: {} }),

  delete: (context, id) => turnOf(context).delete([draftKey(id), noteOf(context, id)]),
};

/** @returns undefined where there is none with this id, or no longer */
export async function readDraft(storage: Storage, id: string): Promise<FormDraft | undefined> {
  const items = (await storage.read([draftKey(id)])) as Record<string, FormDraft | undefined>;
  return items[draftKey(id)];
}

/** So that the draft is forgotten with the conversation that it was made in. */
function noteOf({ activity: { channelId, conversation } }: TurnContext, id: string): string {
  return draftNote(conversationPath(channelId, conversation.id), id);
}
