// Keeps drafts of forms in the bot's storage.
import type { Storage } from 'botbuilder';
import type { FormDraft, FormDrafts } from '../../dialogs/formDrafts.js';

export class StoredDrafts implements FormDrafts {
  constructor(private readonly storage: Storage) {}

  async read(id: string): Promise<FormDraft | undefined> {
    const { [keyOf(id)]: item } = (await this.storage.read([keyOf(id)])) as Record<
      string,
      FormDraft | undefined
    >;
    return item;
  }

  async write(id: string, { form, values }: FormDraft): Promise<void> {
    // The turns of a conversation come one by one, so nobody else writes its drafts.
    await this.storage.write({ [keyOf(id)]: { form, values, eTag: '*' } });
  }

  async delete(id: string): Promise<void> {
    await this.storage.delete([keyOf(id)]);
  }
}

function keyOf(id: string): string {
  return `tickets/${id}`;
}
