'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { compareHref } from '../../lib/address/href';
import { useFocusKey } from './use-focus-key.client';
import { type Suggestion, useSuggestions } from './use-suggestions.client';

type Props = {
  id: string;
  label: string;
  placeholder: string;
  /** Name of the form field: without JavaScript the form around it is sent. */
  name: string;
  /** What choosing a tool does: open its page, open the comparison with it added, or put its slug into the field. */
  then: { type: 'open' } | { type: 'add'; to: readonly string[] } | { type: 'fill' };
  initial?: string;
  /** ⌘K, Ctrl K and / lead here. */
  shortcut?: boolean;
  className?: string;
  required?: boolean;
};

/** A text field that suggests tools by name, alias and vendor, as the ARIA combobox pattern has it. */
export function ToolCombobox({ id, label, placeholder, name, then, initial = '', shortcut = false, className = '', required = false }: Props) {
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const suggestions = useSuggestions(open ? text : '', then.type === 'add' ? then.to : [], then.type !== 'open');
  useFocusKey(input, shortcut);
  const shown = open && suggestions.length > 0;

  const choose = ({ slug, href }: Suggestion): void => {
    setOpen(false);
    if (then.type === 'open') location.assign(href);
    else if (then.type === 'add') location.assign(compareHref([...then.to, slug]));
    else setText(slug);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move !== 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => Math.min(suggestions.length - 1, Math.max(-1, at + move)));
    } else if (event.key === 'Enter' && shown && suggestions[active]) {
      event.preventDefault();
      choose(suggestions[active]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <div className={`combobox ${className}`}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        name={name}
        type="search"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required={required}
        placeholder={placeholder}
        value={text}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {shortcut && (
        <span className="key" aria-hidden="true">
          /
        </span>
      )}
      <div id={list} role="listbox" aria-label={label} className="combobox-list" hidden={!shown}>
        {shown &&
          suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, aria-activedescendant points here
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={suggestion.key}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
            >
              <b>{suggestion.name}</b> <span>{suggestion.note}</span>
            </div>
          ))}
      </div>
      <span role="status" className="sr-only">
        {shown ? `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'}` : ''}
      </span>
    </div>
  );
}
