// Keeps drafts of forms in the bot's storage.
import type { TurnContext } from 'botbuilder';
import type { FormDraft, FormDrafts } from '../../dialogs/formDrafts.js';
import { turnOf } from '../turns/turn.js';
import { conversationPath, draftKey, draftNote, draftsKey } from './conversationKeys.js';

/** Of one person in one conversation; a new one then takes the place of the oldest. */
const MAX_DRAFTS = 50;

/** The ids of a person's drafts, the oldest first. */
interface DraftList {
  readonly ids: readonly string[];
}

export const storedDrafts: FormDrafts = {
  // The note and the list are read with the draft, or they would expire while it is in use.
  read: async (context, id) => {
    const items = await turnOf(context).read([
      draftKey(id),
      noteOf(context, id),
      draftsKey(context.activity),
    ]);
    return items[draftKey(id)] as FormDraft | undefined;
  },

  all: async (context) => {
    const keys = (await idsOf(context)).map(draftKey);
    const items = await turnOf(context).read(keys);
    return keys.flatMap((key) => (items[key] as FormDraft | undefined) ?? []);
  },

  // The turns of a conversation come one by one, so nobody else writes its drafts.
  write: async (context, id, { form, values }) => {
    const turn = turnOf(context);
    const ids = await idsOf(context);
    await turn.write({ [draftKey(id)]: { form, values }, [noteOf(context, id)]: {} });
    if (ids.includes(id)) return;
    const tooMany = [...ids, id].slice(0, -MAX_DRAFTS);
    await turn.delete(tooMany.flatMap((each) => [draftKey(each), noteOf(context, each)]));
    const list: DraftList = { ids: [...ids, id].slice(-MAX_DRAFTS) };
    await turn.write({ [draftsKey(context.activity)]: list });
  },

  delete: (context, id) => turnOf(context).delete([draftKey(id), noteOf(context, id)]),

  forgetAll: async (context) => {
    const ids = await idsOf(context);
    if (ids.length === 0) return;
    const keys = ids.flatMap((id) => [draftKey(id), noteOf(context, id)]);
    await turnOf(context).delete([...keys, draftsKey(context.activity)]);
  },
};

async function idsOf(context: TurnContext): Promise<readonly string[]> {
  const key = draftsKey(context.activity);
  return ((await turnOf(context).read([key]))[key] as DraftList | undefined)?.ids ?? [];
}

/** So that the draft is forgotten with the conversation that it was made in. */
function noteOf({ activity: { channelId, conversation } }: TurnContext, id: string): string {
  return draftNote(conversationPath(channelId, conversation.id), id);
}
