// What the commands about one person's data share: the id that they are given, and how the data is shown.
import { parseArgs } from 'node:util';
import { keyIn } from '../storage/itemStorage.js';
import type { PersonalData } from '../storage/personalData.js';
import { UsageError } from './commandLine.js';

/** @throws {UsageError} */
export function idArgument(): string {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [id, ...more] = positionals;
  if (id === undefined || id === '' || more.length > 0)
    throw new UsageError('Name one user or one conversation by its id.');
  return id;
}

export function isEmpty({ items, webChats, activities }: PersonalData): boolean {
  return items.length + webChats.length + activities.length === 0;
}

export function sayNothingStored(id: string): void {
  process.stderr.write(
    `Nothing is stored of ${id}. Is it the id of a user or a conversation, letter by letter?\n`,
  );
  process.exitCode = 1;
}

/** How much there is of each kind. */
export function countsOf(data: PersonalData): string {
  const { state, tickets, replies, webChats, outcomes } = inJson('', data);
  return [
    `${state.length} of state and notes`,
    `${tickets.length} tickets`,
    `${replies.length} kept replies`,
    `${webChats.length} web chats with ${data.activities.length} messages`,
    `${outcomes.length} outcomes of questions`,
  ].join(', ');
}

/** The data by kind, with times in ISO 8601. */
export function inJson(id: string, { items, webChats, activities, outcomes }: PersonalData) {
  const kept = items.map(({ key, value, expires_at }) => ({
    key: keyIn(key),
    value: JSON.parse(value) as unknown,
    deletedAfter: timeOf(expires_at),
  }));
  const isTicket = ({ key }: { readonly key: string }) => key.startsWith('tickets/');
  const isReply = ({ key }: { readonly key: string }) => key.startsWith('turns/');
  return {
    of: id,
    state: kept.filter((item) => !isTicket(item) && !isReply(item)),
    tickets: kept.filter(isTicket),
    replies: kept.filter(isReply),
    webChats: webChats.map((chat) => ({
      conversation: chat.id,
      deletedAfter: timeOf(chat.expires_at),
      activities: activities
        .filter(({ conversation }) => conversation === chat.id)
        .map(({ activity }) => JSON.parse(activity) as unknown),
    })),
    outcomes: outcomes.map(({ at, expires_at, ...outcome }) => ({
      ...outcome,
      at: timeOf(at),
      deletedAfter: timeOf(expires_at),
    })),
  };
}

function timeOf(milliseconds: unknown): string {
  return new Date(Number(milliseconds)).toISOString();
}
