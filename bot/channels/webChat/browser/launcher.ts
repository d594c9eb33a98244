// The script that a site embeds: a button in the corner that opens the chat. Nothing else is loaded before that.
import { type Language, languageOfLocale } from '../../../../knowledge/faq/language.js';
import { type ChatTexts, chatTextsIn } from '../chatTexts.js';
import { type FromLauncher, isMessage } from '../messages.js';
import { backOff } from './backOff.js';
import { launcherStyle } from './launcherStyle.js';

/** Milliseconds after which the bot counts as out of reach. */
const LONGEST_LOAD = 15_000;
/** Milliseconds of silence after which a page that has loaded is not the chat, but what the browser shows instead. */
const LONGEST_SILENCE = 2_000;
const OPEN = 'mpn-chat-open';
/** What the chat asked this page to keep, where the browser lets the frame keep nothing. */
const KEPT = 'mpn-chat-kept';
/** Where the chat takes the whole screen. */
const SMALL = '(max-width: 480px), (max-height: 480px)';

/** @param tag - the script element with the site's wishes: `data-lang` and `data-color` */
function launcher(tag: HTMLScriptElement): HTMLElement {
  const origin = new URL(tag.src).origin;
  const color = /^#[\da-f]{6}$/i.test(tag.dataset['color'] ?? '') ? tag.dataset['color']! : '#0067b8';
  const wished = tag.dataset['lang'] ?? (document.documentElement.lang || navigator.language);
  let language: Language = languageOfLocale(wished) ?? 'en';
  let unread = 0;
  let frame: HTMLIFrameElement | undefined;
  /** Whether the frame shows the chat: a browser also loads one that it is not allowed to show. */
  let isHere = false;
  let isLoading = false;
  let isReady = false;
  let isOpen = false;

  const host = document.createElement('div');
  host.id = 'mpn-chat';
  const root = host.attachShadow({ mode: 'open' });
  // Not an inline style, so that it works under any content security policy.
  const style = new CSSStyleSheet();
  style.replaceSync(launcherStyle(color));
  root.adoptedStyleSheets = [style];

  const panel = element('div', { class: 'panel', id: 'panel', role: 'dialog' });
  const wait = element('div', { class: 'wait', role: 'status' });
  panel.append(wait);
  const bubble = element('button', {
    class: 'bubble',
    type: 'button',
    'aria-haspopup': 'dialog',
    'aria-controls': 'panel',
  });
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true' });
  bubble.append(icon('open', CHAT_ICON), icon('shut', CLOSE_ICON), badge);
  // In the order of reading: what the button opens comes after it.
  root.append(bubble, panel);

  const describe = () => {
    const texts = chatTextsIn(language);
    const label = isOpen ? texts.close : texts.open;
    bubble.setAttribute('aria-label', unread > 0 ? `${label} (${texts.unread(unread)})` : label);
    bubble.title = label;
    bubble.setAttribute('aria-expanded', String(isOpen));
    bubble.lang = language;
    panel.lang = language;
    panel.setAttribute('aria-label', texts.window);
    if (frame) frame.title = texts.window;
    badge.textContent = unread > 0 ? String(unread) : '';
    badge.hidden = unread === 0;
    if (!isHere && wait.childElementCount === 0) wait.textContent = texts.connecting;
  };

  const tell = (message: FromLauncher) => frame?.contentWindow?.postMessage(message, origin);

  /** Shows the chat; where it does not come, tells why, and tries again as long as the visitor waits for it. */
  const load = async () => {
    const address = new URL('/chat', origin);
    address.search = new URLSearchParams({ lang: language, color, embedded: '1' }).toString();
    frame ??= element('iframe', { allow: 'clipboard-write' });
    isLoading = true;
    let told: boolean | undefined;
    const explain = (isReached: boolean) => {
      if (isHere || told === isReached) return;
      told = isReached;
      const texts = chatTextsIn(language);
      wait.replaceChildren(...(isReached ? blocked(texts, address) : [paragraph(texts.unavailable)]));
    };
    const isWaitedFor = () => isOpen && !isHere;
    for (let attempt = 1; isWaitedFor(); attempt += 1) {
      const slow = setTimeout(explain, LONGEST_LOAD, false);
      await loaded(frame, address, panel);
      clearTimeout(slow);
      if (!isWaitedFor()) break;
      explain(await isReachable(tag));
      await backOff(attempt);
    }
    isLoading = false;
  };

  const show = (open: boolean, withFocus: boolean) => {
    isOpen = open;
    if (open && !isHere && !isLoading) void load();
    if (open) unread = 0;
    panel.inert = !open;
    host.toggleAttribute('open', open);
    const isWhole = open && matchMedia(SMALL).matches;
    document.documentElement.style.overflow = isWhole ? 'hidden' : '';
    write('sessionStorage', OPEN, open ? '1' : '0');
    describe();
    if (isReady) tell({ kind: 'mpn-shown', isShown: open });
    if (!withFocus) return;
    if (!open) bubble.focus();
    else if (isReady) frame!.focus();
  };

  bubble.addEventListener('click', () => show(!isOpen, true));
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && isOpen) show(false, true);
  });
  window.addEventListener('message', ({ origin: sender, source, data }: MessageEvent<unknown>) => {
    // Other frames and pages may send whatever they like.
    if (sender !== origin || source === null || source !== frame?.contentWindow) return;
    if (!isMessage(data) || data.kind === 'mpn-shown' || data.kind === 'mpn-kept') return;
    isHere = true;
    wait.remove();
    host.toggleAttribute('here', true);
    switch (data.kind) {
      case 'mpn-ready':
        isReady = true;
        host.toggleAttribute('ready', true);
        tell({ kind: 'mpn-shown', isShown: isOpen });
        // Only where the visitor is still waiting for it.
        if (isOpen && (root.activeElement === bubble || document.activeElement === document.body))
          frame.focus();
        break;
      case 'mpn-unread':
        unread = isOpen ? 0 : data.count;
        break;
      case 'mpn-language':
        language = data.language;
        break;
      case 'mpn-close':
        show(false, true);
        break;
      case 'mpn-keep':
        write('localStorage', KEPT, data.kept);
        break;
      case 'mpn-recall':
        tell({ kind: 'mpn-kept', kept: read('localStorage', KEPT) });
        break;
    }
    describe();
  });

  panel.inert = true;
  describe();
  // On a small screen it would cover the page that was just opened.
  if (read('sessionStorage', OPEN) === '1' && !matchMedia(SMALL).matches) show(true, false);
  return host;
}

function blocked(texts: ChatTexts, address: URL): Node[] {
  const link = element('a', {
    href: address.href.replace('&embedded=1', ''),
    target: '_blank',
    rel: 'noopener',
  });
  link.textContent = texts.openInTab;
  return [paragraph(texts.cannotLoad), link];
}

function paragraph(text: string): HTMLElement {
  const made = element('p', {});
  made.textContent = text;
  return made;
}

/** Loads the chat into a frame, and waits until it has had the time to say that it is there. */
async function loaded(frame: HTMLIFrameElement, address: URL, panel: HTMLElement): Promise<void> {
  await new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
    frame.src = address.href;
    if (!frame.isConnected) panel.append(frame);
  });
  await new Promise((done) => setTimeout(done, LONGEST_SILENCE));
}

/**
 * Whether the bot answers. It is asked for this very script once more, which is not run: of all that could be asked for,
 * the page's own security policy surely allows this.
 */
async function isReachable(tag: HTMLScriptElement): Promise<boolean> {
  const address = new URL(tag.src);
  address.searchParams.set('at', String(Date.now()));
  const probe = element('link', { rel: 'preload', as: 'script', href: address.href });
  probe.nonce = tag.nonce;
  return new Promise((resolve) => {
    const tell = (isReached: boolean) => {
      probe.remove();
      resolve(isReached);
    };
    probe.addEventListener('load', () => tell(true));
    probe.addEventListener('error', () => tell(false));
    setTimeout(() => tell(false), LONGEST_LOAD);
    document.head.append(probe);
  });
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const CHAT_ICON =
  'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm3 5v2h10V9H7Zm0 4v2h6v-2H7Z';
const CLOSE_ICON =
  'M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z';

function icon(name: string, path: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.setAttribute('class', name);
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

function read(storage: 'sessionStorage' | 'localStorage', key: string): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    // The browser keeps nothing for this site.
    return null;
  }
}

function write(storage: 'sessionStorage' | 'localStorage', key: string, value: string): void {
  try {
    window[storage].setItem(key, value);
  } catch {
    // Then the next page does not know of it.
  }
}

const script = document.currentScript as HTMLScriptElement;
const start = () => document.body.append(launcher(script));
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
