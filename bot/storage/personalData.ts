// All that is stored of one person or one conversation, to hand it out or to forget it: for the operator's commands.
import { conversationLock, conversationPath, draftKey, draftNote, draftNotedIn } from './conversationKeys.js';
import { type Database, placeholders, type Queries } from './database.js';
import { columnOf } from './itemStorage.js';
import type { HandledTurn } from '../turns/turns.js';

/** A row of `items`; its key as it stands in the column. */
interface Item {
  readonly key: string;
  readonly value: string;
  readonly expires_at: number;
}

export interface PersonalData {
  /** Where conversations stand, forms that were begun, replies for redelivery: what is kept under a key. */
  readonly items: readonly Item[];
  /** The conversations of chats on web pages, and what was said there. */
  readonly webChats: readonly { readonly id: string; readonly expires_at: number }[];
  readonly activities: readonly { readonly conversation: string; readonly activity: string }[];
  /** What became of questions, as far as it is named in anything above: by itself it names nobody. */
  readonly outcomes: readonly { readonly id: string; readonly [column: string]: unknown }[];
}

/** Parts of what is kept of an activity. */
interface Addressed {
  readonly from?: { readonly id?: string };
  readonly recipient?: { readonly id?: string };
}

/** Parameters of one statement. */
const BATCH = 500;

/** @param id - of a user or of a conversation, as the channel has given it */
export async function personalData(queries: Queries, id: string): Promise<PersonalData> {
  const naming = await itemsNaming(queries, id);
  const inConversation = naming.filter((item) => isOf(item, id));
  const own = naming.filter(
    (item) => isStateOf(item, id) || repliesIn(item).some(({ recipient }) => recipient?.id === id),
  );
  const items = [...inConversation, ...own];

  // A conversation in which nobody else has talked is the person's as a whole.
  const wholly = new Set([id]);
  const talked = own.flatMap(({ key }) => placeOf(key)?.conversation ?? []);
  for (const conversation of [...talked, ...(await webChatsWith(queries, id))]) {
    const all = (await itemsNaming(queries, conversation)).filter((item) => isOf(item, conversation));
    if (peopleIn(all).some((person) => person !== id)) continue;
    wholly.add(conversation);
    items.push(...all);
  }
  // And whose only conversation it is, has their language beside it.
  const people = peopleIn(inConversation);
  if (people.length === 1) {
    const theirs = await itemsNaming(queries, people[0]!);
    items.push(...theirs.filter((item) => isStateOf(item, people[0]!) && !placeOf(item.key)));
  }

  items.push(...(await draftsIn(queries, items)));
  const conversations = [...wholly];
  const webChats = await rowsBy<PersonalData['webChats'][number]>(
    queries,
    (list) => `SELECT * FROM direct_line_conversations WHERE id IN (${list}) ORDER BY id`,
    conversations,
  );
  const activities = await rowsBy<PersonalData['activities'][number]>(
    queries,
    (list) =>
      `SELECT conversation, activity FROM direct_line_activities WHERE conversation IN (${list})
       ORDER BY conversation, sequence`,
    conversations,
  );
  const said = [...items.map(({ value }) => value), ...activities.map(({ activity }) => activity)];
  const outcomes = await rowsBy<PersonalData['outcomes'][number]>(
    queries,
    (list) => `SELECT * FROM outcomes WHERE id IN (${list}) ORDER BY at`,
    said.flatMap(outcomesIn),
  );
  const unique = new Map(items.map((item) => [item.key, item]));
  const sorted = [...unique.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { items: sorted, webChats, activities, outcomes };
}

/**
 * Deletes all that is stored of a person or a conversation.
 * @returns what was deleted
 */
export async function forgetPersonalData(database: Database, id: string): Promise<PersonalData> {
  return database.transaction(async (transaction) => {
    // A turn that is at work would write back what it has read before.
    const before = await personalData(transaction, id);
    const locks = before.items.flatMap(({ key }) => {
      const place = placeOf(key);
      return place ? conversationLock(place.channel, place.conversation) : [];
    });
    for (const name of [...new Set(locks)].sort()) await transaction.lock(name);

    const data = await personalData(transaction, id);
    const chats = data.webChats.map((chat) => chat.id);
    const deletions = [
      ['items WHERE key', data.items.map(({ key }) => key)],
      ['direct_line_activities WHERE conversation', chats],
      ['direct_line_conversations WHERE id', chats],
      ['outcomes WHERE id', data.outcomes.map((outcome) => outcome.id)],
    ] as const;
    for (const [where, values] of deletions)
      await rowsBy(transaction, (list) => `DELETE FROM ${where} IN (${list})`, values);
    return data;
  });
}

/** A person in one conversation. */
export interface Participant {
  readonly channel: string;
  readonly conversation: string;
  readonly user: string;
}

/**
 * Deletes what a person was replied in a conversation, and the outcomes of their questions. That a message was handled
 * stays known until the hour is over, or one that is delivered again would be answered anew.
 * @param outcomes - ids of those that the person's state names
 */
export async function forgetReplies(
  queries: Queries,
  { channel, conversation, user }: Participant,
  outcomes: readonly string[],
): Promise<void> {
  const replied = (await itemsNaming(queries, user)).filter((item) => {
    const place = placeOf(item.key);
    const isHere = place?.channel === channel && place.conversation === conversation;
    return isHere && repliesIn(item).some(({ recipient }) => recipient?.id === user);
  });
  const named = [...outcomes, ...replied.flatMap(({ value }) => outcomesIn(value))];
  await rowsBy(queries, (list) => `DELETE FROM outcomes WHERE id IN (${list})`, named);
  for (const { key, value } of replied) {
    const handled = JSON.parse(value) as HandledTurn;
    const bare: HandledTurn = { ...handled, replies: [], isSent: true };
    await queries.query('UPDATE items SET value = $2 WHERE key = $1', [key, JSON.stringify(bare)]);
  }
}

/** The ids of outcomes that a JSON text names. */
export function outcomesIn(json: string): string[] {
  return valuesIn(json, ['outcome', 'lastOutcome']);
}

/** Items whose key or replies hold an id; not all of them are about it. */
async function itemsNaming(queries: Queries, id: string): Promise<Item[]> {
  return queries.query<Item>(
    `SELECT key, value, expires_at FROM items
     WHERE key LIKE $1 ESCAPE '!' OR (key LIKE 'turns/%' AND value LIKE $1 ESCAPE '!')`,
    [holding(id)],
  );
}

/** Chats on web pages in which a user takes part. */
async function webChatsWith(queries: Queries, user: string): Promise<string[]> {
  const rows = await queries.query<PersonalData['activities'][number]>(
    `SELECT conversation, activity FROM direct_line_activities WHERE activity LIKE $1 ESCAPE '!'`,
    [holding(user)],
  );
  const theirs = rows.filter(({ activity }) => {
    const { from, recipient } = JSON.parse(activity) as Addressed;
    return from?.id === user || recipient?.id === user;
  });
  return [...new Set(theirs.map(({ conversation }) => conversation))];
}

/** The drafts that are named in items, with the notes of them. */
async function draftsIn(queries: Queries, items: readonly Item[]): Promise<Item[]> {
  const keys = items.flatMap(({ key, value }) => {
    const place = placeOf(key);
    if (!place || key.startsWith('turns/')) return [];
    const path = conversationPath(place.channel, place.conversation);
    const ids = [draftNotedIn(key) ?? [], valuesIn(value, ['draft', 'ids'])].flat();
    return ids.flatMap((id) => [draftKey(id), draftNote(path, id)]);
  });
  return rowsBy<Item>(
    queries,
    (list) => `SELECT key, value, expires_at FROM items WHERE key IN (${list})`,
    keys.map(columnOf),
  );
}

/** A pattern for LIKE of texts that hold an id as it stands in JSON. */
function holding(id: string): string {
  return `%${columnOf(id).replace(/[!%_]/g, '!$&')}%`;
}

async function rowsBy<Row extends object>(
  queries: Queries,
  sql: (list: string) => string,
  values: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  const unique = [...new Set(values)];
  for (let first = 0; first < unique.length; first += BATCH) {
    const some = unique.slice(first, first + BATCH);
    rows.push(...(await queries.query<Row>(sql(placeholders(some.length)), some)));
  }
  return rows;
}

/** The conversation, or the thread of one, that a key names. */
function placeOf(key: string): { readonly channel: string; readonly conversation: string } | undefined {
  const handled = /^turns\/(.*\])$/s.exec(key)?.[1];
  if (handled !== undefined) {
    const [channel, conversation] = JSON.parse(textOf(handled)) as [string, string];
    return { channel, conversation };
  }
  const [, channel, conversation] =
    /^([^/]+)\/conversations\/(.+?)\/(?:users\/|drafts\/|channels\/|hello$)/s.exec(key) ?? [];
  return channel === undefined ? undefined : { channel, conversation: textOf(conversation!) };
}

/** What stands in a column, or in a part of it, as it was given. */
function textOf(column: string): string {
  return JSON.parse(`"${column}"`) as string;
}

/** Whether an item is of a conversation or a thread of it. */
function isOf(item: Item, conversation: string): boolean {
  const found = placeOf(item.key)?.conversation;
  return found === conversation || found?.startsWith(`${conversation};`) === true;
}

/** Whether an item is the state of a user, or the list of their drafts. */
function isStateOf({ key }: Item, user: string): boolean {
  return [`/users/${columnOf(user)}/`, `/users/${columnOf(user)}/drafts`].some((end) => key.endsWith(end));
}

function peopleIn(items: readonly Item[]): string[] {
  const people = items.flatMap(
    ({ key }) => /\/conversations\/.+?\/users\/(.+)\/(?:drafts)?$/s.exec(key)?.[1] ?? [],
  );
  return [...new Set(people)].map(textOf);
}

/** What is kept for the case that an activity is delivered again. */
function repliesIn({ key, value }: Item): readonly Addressed[] {
  return key.startsWith('turns/') ? (JSON.parse(value) as { replies: Addressed[] }).replies : [];
}

/** The texts that stand under these names, at any depth: what users write stands under none of them. */
function valuesIn(json: string, names: readonly string[]): string[] {
  const found: string[] = [];
  JSON.parse(json, (name, value: unknown) => {
    if (names.includes(name)) found.push(...[value].flat().filter((each) => typeof each === 'string'));
    return value;
  });
  return found;
}
