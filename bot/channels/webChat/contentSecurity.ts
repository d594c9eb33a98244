// The content security policies of the pages: each allows what the page needs, and nothing else.

/**
 * Web Chat's scrolling makes one style element without the nonce. It is empty, its rules are added to it by script, and
 * this is the hash of nothing.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What every page has in common: nothing from anywhere, but scripts and styles that the server has put in. */
function common(nonce: string): string[] {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
}

/**
 * The chat.
 * @param streams - origins of the WebSockets; older browsers don't count them to 'self'
 * @param ancestors - origins of the sites that may show it in a frame
 */
export function chatPolicy(nonce: string, streams: readonly string[], ancestors: readonly string[]): string {
  return [
    ...common(nonce),
    `connect-src 'self' ${streams.join(' ')}`,
    // Web Chat draws its icons from data addresses.
    "img-src 'self' data:",
    `frame-ancestors 'self' ${ancestors.join(' ')}`.trim(),
  ].join('; ');
}

/** A page of text. */
export function textPolicy(nonce: string): string {
  return [...common(nonce), 'img-src data:', "frame-ancestors 'none'"].join('; ');
}

/** The demo site: it shows the chat in a frame, and nobody shows the demo site in one. */
export function demoPolicy(nonce: string): string {
  return [...common(nonce), "img-src 'self' data:", "frame-src 'self'", "frame-ancestors 'none'"].join('; ');
}
