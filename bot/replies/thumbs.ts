// Pictures for the buttons of a verdict, in a grey that can be seen on light and dark.
import { type Verdict, VERDICTS } from '../../dialogs/verdict.js';

const UP =
  '<path d="M3.5 9H6v7H3.5zM6 9l3.2-6c1.6 0 2.3 1.1 2 2.4L10.6 8H15c1.2 0 2 .9 1.8 2l-1 4.7c-.2.8-.8 1.3-1.6 1.3H6"/>';
const TURN: Readonly<Record<Verdict, number>> = { like: 0, dislike: 180 };

/** As addresses of data. */
export const thumbs = Object.fromEntries(
  VERDICTS.map((verdict) => {
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" fill="none" stroke="#808080" stroke-width="1.5" ' +
      `stroke-linejoin="round"><g transform="rotate(${TURN[verdict]} 10 10)">${UP}</g></svg>`;
    return [verdict, `data:image/svg+xml,${encodeURIComponent(picture)}`];
  }),
) as Readonly<Record<Verdict, string>>;
