'use client';

import { useEffect, useRef, useState } from 'react';

const settleMs = 150;

/** A value that is shown at once and settled when it has rested: browsers refuse an address that changes a hundred times in a row. */
export function useSettled<Value>(first: Value, settle: (value: Value) => void): [Value, (value: Value) => void] {
  const [value, setValue] = useState(first);
  const pending = useRef<(() => void) | null>(null);
  const flush = (): void => {
    pending.current?.();
    pending.current = null;
  };
  useEffect(() => () => pending.current?.(), []);
  const change = (next: Value): void => {
    setValue(next);
    const due = (): void => settle(next);
    pending.current = due;
    setTimeout(() => pending.current === due && flush(), settleMs);
  };
  return [value, change];
}
