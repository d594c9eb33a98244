// Deletes what is kept of a person in the conversation that they ask it in, with the commit of the turn: by then the turn
// has the conversation for itself over all replicas, so that no other brings anything back.
import type { BotState } from 'botbuilder';
import type { ForgetPerson } from '../../dialogs/rights.js';
import type { ActivityStore } from '../channels/directLine/activityStore.js';
import { DirectLineAdapter } from '../channels/directLine/directLineAdapter.js';
import type { OutcomeLog } from '../feedback/outcomeLog.js';
import { turnOf } from '../turns/turn.js';
import { participantKey } from './conversationKeys.js';
import { forgetReplies, outcomesIn } from './personalData.js';
import { storedDrafts } from './storedDrafts.js';

export interface ForgettingParts {
  /** Of the person in the conversation, and of the person in all. */
  readonly states: readonly BotState[];
  readonly log: OutcomeLog;
  /** The messages of the built-in Direct Line. */
  readonly store: ActivityStore;
}

export function forgettingPerson({ states, log, store }: ForgettingParts): ForgetPerson {
  return async (context) => {
    const { activity, adapter } = context;
    const turn = turnOf(context);
    const state = (await turn.readJson(participantKey(activity))) ?? '{}';
    await storedDrafts.forgetAll(context);
    for (const each of states) await each.delete(context);
    turn.beforeCommit.push(async (queries) => {
      // Outcomes are written in their own time.
      await log.settled();
      const person = {
        channel: activity.channelId,
        conversation: activity.conversation.id,
        user: activity.from.id,
      };
      await forgetReplies(queries, person, outcomesIn(state));
      if (adapter instanceof DirectLineAdapter)
        await store.forgetBefore(person.conversation, activity.id, queries);
    });
  };
}
