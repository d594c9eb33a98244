// How the launcher looks. It lives in a shadow tree, out of reach of the site's own styles.
import { textOn } from './color.js';

/** @param color - the site's colour, like #0067b8 */
export function launcherStyle(color: string): string {
  return `
:host { all: initial; position: fixed; z-index: 2147483000; inset: auto 20px 20px auto;
  font: 16px/1.5 'Segoe UI', system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; }
.bubble { all: unset; box-sizing: border-box; position: relative; z-index: 1; display: grid; place-items: center; width: 60px;
  height: 60px; border-radius: 50%; background: ${color}; color: ${textOn(color)}; cursor: pointer;
  box-shadow: 0 2px 6px rgb(0 0 0 / 25%), 0 8px 24px rgb(0 0 0 / 20%); transition: transform 120ms; }
.bubble:hover { transform: scale(1.05); }
.bubble:focus-visible { outline: 3px solid ${textOn(color)}; outline-offset: -5px; box-shadow: 0 0 0 4px #1b1a19, 0 0 0 6px #fff; }
svg { grid-area: 1 / 1; width: 28px; height: 28px; fill: currentcolor; }
:host(:not([open])) .shut, :host([open]) .open { display: none; }
.badge { position: absolute; top: -4px; right: -4px; box-sizing: border-box; min-width: 24px; height: 24px; padding: 0 6px;
  border: 2px solid #fff; border-radius: 12px; background: #b10e1c; color: #fff; font-size: 13px; font-weight: 600;
  line-height: 20px; text-align: center; }
.badge[hidden] { display: none; }
.panel { position: fixed; right: 20px; bottom: 92px; box-sizing: border-box; width: 400px; max-width: calc(100vw - 40px);
  height: 680px; max-height: calc(100vh - 112px); overflow: hidden; border-radius: 14px; background: #fff;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 8%), 0 12px 48px rgb(0 0 0 / 28%); visibility: hidden; opacity: 0;
  transform: translateY(12px); transition: opacity 140ms, transform 140ms, visibility 0s 140ms; }
:host([open]) .panel { visibility: visible; opacity: 1; transform: none; transition-delay: 0s; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; color-scheme: normal; }
:host(:not([here])) iframe { visibility: hidden; }
.wait { position: absolute; inset: 0; display: flex; flex-direction: column; align-items: center; justify-content: center;
  gap: 8px; padding: 24px; color: #323130; text-align: center; }
.wait p { margin: 0; }
.wait a { color: #0b5cad; }
@media (max-width: 480px), (max-height: 480px) {
  .panel { inset: 0; width: 100%; max-width: none; height: 100%; max-height: none; border-radius: 0; }
  :host([open][ready]) .bubble { display: none; }
}
@media (prefers-color-scheme: dark) {
  .panel { background: #1f1f1f; box-shadow: 0 0 0 1px rgb(255 255 255 / 16%), 0 12px 48px rgb(0 0 0 / 60%); }
  .wait { color: #f3f2f1; }
  .wait a { color: #8cc4ff; }
}
@media (prefers-reduced-motion: reduce) { .panel, .bubble { transition: none; } .bubble:hover { transform: none; } }
@media print { :host { display: none; } }
`;
}
