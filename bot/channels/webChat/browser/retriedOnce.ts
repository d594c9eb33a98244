// A message that could not be sent is sent again as another one; the failed one must not stay, or it would be sent twice.

interface Action {
  readonly type: string;
  readonly payload?: unknown;
}

interface Outgoing {
  readonly activity: { readonly channelData?: { readonly clientActivityID?: string } };
}

type Dispatch = (action: Action) => unknown;

/** Middleware of Web Chat's store. */
export function retriedOnce({ dispatch }: { readonly dispatch: Dispatch }): (next: Dispatch) => Dispatch {
  return (next) => (action) => {
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY') {
      const { activity } = action.payload as Outgoing;
      // Only what was tried before has an id. What comes in under it takes its place, and an event is not shown.
      if (activity.channelData?.clientActivityID !== undefined) {
        const unseen = { ...activity, type: 'event', name: 'retried' };
        dispatch({ type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity: unseen } });
      }
    }
    return next(action);
  };
}
