// A state of the Bot Framework that is read and kept with the turn that it is used in.
import { type Activity, BotState, MemoryStorage, type TurnContext } from 'botbuilder';
import { turnOf } from './turn.js';

interface Loaded {
  readonly state: object;
  /** As it is stored. */
  readonly json: string | undefined;
}

export class TurnState extends BotState {
  readonly #loaded = Symbol('state');

  /** @param keyOf - where the state that an activity needs is stored */
  constructor(readonly keyOf: (activity: Activity) => string) {
    // The base class asks for a storage; every method here that uses one uses the turn instead.
    super(new MemoryStorage(), ({ activity }) => Promise.resolve(keyOf(activity)));
  }

  override async load(context: TurnContext, force = false): Promise<object> {
    const loaded = force ? undefined : this.get(context);
    if (loaded) return loaded;
    const json = await turnOf(context).readJson(this.keyOf(context.activity));
    const state = (json === undefined ? {} : JSON.parse(json)) as object;
    context.turnState.set(this.#loaded, { state, json: json ?? '{}' } satisfies Loaded);
    return state;
  }

  // The contract of the base class is asynchronous; nothing is written before the turn is committed.
  // eslint-disable-next-line @typescript-eslint/require-await
  override async saveChanges(context: TurnContext, force = false): Promise<void> {
    const loaded = context.turnState.get<Loaded | undefined>(this.#loaded);
    if (!loaded && !force) return;
    const state = loaded?.state ?? {};
    const json = JSON.stringify(state);
    if (json === loaded?.json && !force) return;
    turnOf(context).writeJson(this.keyOf(context.activity), json);
    context.turnState.set(this.#loaded, { state, json } satisfies Loaded);
  }

  override async clear(context: TurnContext): Promise<void> {
    context.turnState.set(this.#loaded, { state: {}, json: undefined } satisfies Loaded);
    return Promise.resolve();
  }

  override async delete(context: TurnContext): Promise<void> {
    context.turnState.delete(this.#loaded);
    await turnOf(context).delete([this.keyOf(context.activity)]);
  }

  override get(context: TurnContext): object | undefined {
    return context.turnState.get<Loaded | undefined>(this.#loaded)?.state;
  }
}
