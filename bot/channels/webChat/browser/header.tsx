// The bar above the chat: its title, the language, a new conversation, and the way out.
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../knowledge/faq/language.js';
import { chatTextsIn } from '../chatTexts.js';

export interface HeaderProps {
  readonly language: Language;
  readonly title: string;
  readonly onLanguage: () => void;
  readonly onNew: () => void;
  /** Undefined where there is nothing to go back to. */
  readonly onClose: (() => void) | undefined;
}

const NEW_ICON = 'M19 11h-6V5h-2v6H5v2h6v6h2v-6h6v-2Z';
const CLOSE_ICON =
  'M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z';

export function Header({ language, title, onLanguage, onNew, onClose }: HeaderProps) {
  const texts = chatTextsIn(language);
  const [isAsking, setAsking] = useState(false);
  const newButton = useRef<HTMLButtonElement>(null);
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) onNew();
    else newButton.current?.focus();
  };
  return (
    <header>
      <div className="bar">
        <h1>{title}</h1>
        <button
          type="button"
          className="language"
          lang={language === 'en' ? 'ja' : 'en'}
          onClick={onLanguage}
        >
          {texts.switchLanguage}
        </button>
        <IconButton
          label={texts.newConversation}
          icon={NEW_ICON}
          onClick={() => setAsking(true)}
          isAt={newButton}
        />
        {onClose && <IconButton label={texts.close} icon={CLOSE_ICON} onClick={onClose} />}
      </div>
      {isAsking && <Confirmation language={language} onAnswer={answer} />}
    </header>
  );
}

function Confirmation({
  language,
  onAnswer,
}: {
  readonly language: Language;
  readonly onAnswer: (yes: boolean) => void;
}) {
  const texts = chatTextsIn(language);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      className="confirmation"
      role="alertdialog"
      aria-label={texts.newConversation}
      aria-describedby="confirmation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onAnswer(false);
      }}
    >
      <p id="confirmation">{texts.confirmNew}</p>
      <div className="answers">
        <button type="button" ref={first} className="primary" onClick={() => onAnswer(true)}>
          {texts.confirmNewYes}
        </button>
        <button type="button" onClick={() => onAnswer(false)}>
          {texts.confirmNewNo}
        </button>
      </div>
    </div>
  );
}

function IconButton({
  label,
  icon,
  onClick,
  isAt,
}: {
  readonly label: string;
  readonly icon: string;
  readonly onClick: () => void;
  readonly isAt?: React.Ref<HTMLButtonElement>;
}) {
  return (
    <button type="button" className="icon" aria-label={label} title={label} onClick={onClick} ref={isAt}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}
