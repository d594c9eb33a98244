// Web Chat's colours and sizes, light and dark.
import type { StyleOptions } from 'botframework-webchat';
import { SEND_LIMIT_MS } from './connection.js';
import { readableOn, textOn } from './color.js';

const FONT =
  "'Segoe UI', system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif";

export interface Palette {
  readonly background: string;
  readonly bubble: string;
  readonly text: string;
  readonly subtle: string;
  readonly line: string;
  /** The site's colour, and what is written on it. */
  readonly accent: string;
  readonly onAccent: string;
  /** The site's colour where it is text. */
  readonly link: string;
}

export function paletteFor(color: string, isDark: boolean): Palette {
  const [background, bubble, text, subtle, line] = isDark
    ? (['#1b1b1b', '#2b2b2b', '#f5f5f5', '#b8b8b8', '#4a4a4a'] as const)
    : (['#f7f7f8', '#ffffff', '#1b1a19', '#5c5a58', '#d5d5d8'] as const);
  return {
    background,
    bubble,
    text,
    subtle,
    line,
    accent: color,
    onAccent: textOn(color),
    link: readableOn(bubble, color),
  };
}

/** The palette as custom properties, for the styles in chat.css. */
export function applyPalette(palette: Palette, isDark: boolean): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(palette)) style.setProperty(`--${name}`, value as string);
  style.setProperty('color-scheme', isDark ? 'dark' : 'light');
}

export function styleOptionsFor(palette: Palette): StyleOptions {
  const { background, bubble, text, subtle, line, accent, onAccent, link } = palette;
  return {
    accent: link,
    subtle,
    primaryFont: FONT,
    backgroundColor: background,
    paddingRegular: 12,
    bubbleBackground: bubble,
    bubbleBorderColor: line,
    bubbleBorderRadius: 14,
    bubbleTextColor: text,
    bubbleMaxWidth: 560,
    bubbleMinHeight: 36,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: onAccent,
    groupTimestamp: 300_000,
    timestampColor: subtle,
    sendTimeout: SEND_LIMIT_MS,
    hideUploadButton: true,
    // What anybody writes is never HTML.
    markdownRenderHTML: false,
    maxMessageLength: 20_000,
    sendBoxBackground: bubble,
    sendBoxTextColor: text,
    sendBoxPlaceholderColor: subtle,
    sendBoxButtonColor: link,
    sendBoxButtonColorOnHover: link,
    sendBoxButtonColorOnFocus: link,
    sendBoxButtonShadeColorOnHover: background,
    sendBoxButtonShadeColorOnFocus: background,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: link,
    sendBoxBorderTop: `1px solid ${line}`,
    sendBoxHeight: 52,
    sendBoxMaxHeight: 160,
    sendBoxTextWrap: true,
    suggestedActionLayout: 'flow',
    suggestedActionBorderRadius: 18,
    suggestedActionBackgroundColor: bubble,
    suggestedActionBackgroundColorOnHover: background,
    suggestedActionBorderColor: link,
    suggestedActionBorderWidth: 1,
    suggestedActionTextColor: link,
    suggestedActionHeight: 36,
    suggestedActionsVisualKeyboardIndicatorColor: link,
    suggestedActionKeyboardFocusIndicatorBorderColor: link,
    transcriptActivityVisualKeyboardIndicatorColor: link,
    transcriptVisualKeyboardIndicatorColor: link,
    transcriptOverlayButtonBackground: accent,
    transcriptOverlayButtonBackgroundOnFocus: accent,
    transcriptOverlayButtonBackgroundOnHover: accent,
    transcriptOverlayButtonColor: onAccent,
    transcriptOverlayButtonColorOnFocus: onAccent,
    transcriptOverlayButtonColorOnHover: onAccent,
    hideToaster: true,
  };
}

/** How Adaptive Cards look. */
export function hostConfigFor({ bubble, text, subtle, link }: Palette): object {
  const foreground = (color: string) => ({ default: color, subtle });
  return {
    fontFamily: FONT,
    fontSizes: { small: 12, default: 14, medium: 15, large: 18, extraLarge: 22 },
    spacing: { small: 6, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    supportsInteractivity: true,
    actions: {
      actionAlignment: 'stretch',
      actionsOrientation: 'vertical',
      buttonSpacing: 8,
      maxActions: 10,
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    },
    containerStyles: {
      default: {
        backgroundColor: bubble,
        foregroundColors: { default: foreground(text), accent: foreground(link), dark: foreground(text) },
      },
      emphasis: {
        backgroundColor: bubble,
        foregroundColors: { default: foreground(text), accent: foreground(link), dark: foreground(text) },
      },
    },
    inputs: {
      label: {
        inputSpacing: 'Small',
        requiredInputs: { weight: 'Bolder' },
        optionalInputs: { weight: 'Bolder' },
      },
    },
  };
}
