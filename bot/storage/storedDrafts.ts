// Keeps drafts of forms in the bot's storage.
import type { Storage } from 'botbuilder';
import type { FormDraft, FormDrafts } from '../../dialogs/formDrafts.js';
import { currentTurn } from '../turns/turn.js';
import { conversationPath, draftKey, draftNote } from './conversationKeys.js';

export class StoredDrafts implements FormDrafts {
  constructor(private readonly storage: Storage) {}

  async read(id: string): Promise<FormDraft | undefined> {
    const { [draftKey(id)]: item } = (await this.storage.read([draftKey(id)])) as Record<
      string,
      FormDraft | undefined
    >;
    return item;
  }

  async write(id: string, { form, values }: FormDraft): Promise<void> {
    // The turns of a conversation come one by one, so nobody else writes its drafts.
    const notes = Object.fromEntries(notesOf(id).map((key) => [key, { eTag: '*' }]));
    await this.storage.write({ [draftKey(id)]: { form, values, eTag: '*' }, ...notes });
  }

  async delete(id: string): Promise<void> {
    await this.storage.delete([draftKey(id), ...notesOf(id)]);
  }
}

/** So that the draft is forgotten with the conversation that it was made in. */
function notesOf(id: string): string[] {
  const { channelId, conversation } = currentTurn.getStore()?.activity ?? {};
  return channelId && conversation ? [draftNote(conversationPath(channelId, conversation.id), id)] : [];
}
