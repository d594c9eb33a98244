// Questions that may fit what is being typed, above the input.
import { hooks } from 'botframework-webchat';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../knowledge/faq/language.js';
import { chatTextsIn } from '../chatTexts.js';
import { isComposing } from './composing.js';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;
const LONGEST_TEXT = 80;

const INPUT = '[data-id="webchat-sendbox-input"]';

export function focusInput(): void {
  document.querySelector<HTMLElement>(INPUT)?.focus();
}

export function Suggestions({ language }: { readonly language: Language }) {
  const texts = chatTextsIn(language);
  const [typed, setTyped] = hooks.useSendBoxValue();
  const send = hooks.useSendMessage();
  const [questions, setQuestions] = useState<readonly string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const text = typed.trim();

  useEffect(() => {
    setQuestions([]);
    if (text.length < 2 || text.length > LONGEST_TEXT) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      suggestionsFor(text, language, stop.signal).then(setQuestions, () => {
        // What is typed can be sent as well without suggestions.
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, language]);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const buttons = list.current?.querySelectorAll('button');
      const input = event.target as HTMLTextAreaElement;
      if (event.key !== 'ArrowUp' || isComposing(event) || !input.matches(INPUT) || !buttons?.length) return;
      if (!isAtTop(input)) return;
      event.preventDefault();
      event.stopPropagation();
      buttons[buttons.length - 1]!.focus();
    };
    // Before Web Chat, for which an arrow means the history of the chat.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  const choose = (question: string) => {
    setTyped('');
    send(question);
    focusInput();
  };
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') {
      event.stopPropagation();
      setQuestions([]);
      focusInput();
    } else if (step !== undefined) {
      event.preventDefault();
      const next = buttons[Math.max(0, at + step)];
      if (next) next.focus();
      else focusInput();
    }
  };

  return (
    <>
      {questions.length > 0 && (
        <ul className="suggestions" aria-label={texts.suggestions} ref={list} onKeyDown={move}>
          {questions.map((question) => (
            <li key={question}>
              <button type="button" onClick={() => choose(question)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="unseen" role="status">
        {questions.length > 0 ? texts.suggested(questions.length) : ''}
      </p>
    </>
  );
}

/** Whether an arrow can't move further up in the text: in a longer one only its very beginning is surely in the first line. */
function isAtTop(input: HTMLTextAreaElement): boolean {
  const { fontSize, paddingTop, paddingBottom } = getComputedStyle(input);
  const height = input.scrollHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  return input.selectionEnd === 0 || height < 2 * parseFloat(fontSize);
}

async function suggestionsFor(text: string, language: Language, signal: AbortSignal): Promise<string[]> {
  const query = new URLSearchParams({ text, language });
  const response = await fetch(`/suggestions?${query.toString()}`, { signal });
  if (!response.ok) return [];
  const { suggestions } = (await response.json()) as { suggestions: string[] };
  return suggestions;
}
