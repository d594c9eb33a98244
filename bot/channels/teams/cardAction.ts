// The invoke `adaptiveCard/action`, by which Teams tells that an Action.Execute was pressed, and its responses.
import { type Activity, type InvokeResponse, StatusCodes } from 'botbuilder';
import { z } from 'zod';

export const CARD_ACTION = 'adaptiveCard/action';
/** The only verb of the bot's cards: to say what the button says. */
export const SAY = 'say';

const CardAction = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.literal(SAY),
    data: z.record(z.string(), z.unknown()),
  }),
});

/**
 * What a button sends, with what was put into the inputs of its card.
 * @returns undefined where the invoke is malformed or of no card of this bot
 */
export function pressedData({ value }: Activity): Readonly<Record<string, unknown>> | undefined {
  return CardAction.safeParse(value).data?.action.data;
}

/** Takes the place of the card that was pressed. */
export function cardResponse(card: unknown): InvokeResponse {
  return responded(StatusCodes.OK, 'application/vnd.microsoft.card.adaptive', card);
}

/** Shown beside the card, which stays as it is. */
export function messageResponse(text: string): InvokeResponse {
  return responded(StatusCodes.OK, 'application/vnd.microsoft.activity.message', text);
}

/** That the bot can't make anything of the request. */
export function malformedResponse(message: string): InvokeResponse {
  return responded(StatusCodes.BAD_REQUEST, 'application/vnd.microsoft.error', {
    code: 'BadRequest',
    message,
  });
}

/** The protocol has the response's own status in its body: that of HTTP is 200 whenever the bot was at work. */
function responded(statusCode: StatusCodes, type: string, value: unknown): InvokeResponse {
  return { status: StatusCodes.OK, body: { statusCode, type, value } };
}
