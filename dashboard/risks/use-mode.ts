import { useEffect, useRef, useState } from "preact/hooks";

/**
 * What a drawer shows: the thing itself, or a form of it. The keyboard goes on in the first field
 * of a form, and at the top of the thing when the form is left; `place` holds whichever is shown.
 */
export function useMode<Mode extends string>(first: Mode) {
  const [mode, setMode] = useState<Mode>(first);
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(mode);
  useEffect(() => {
    if (shown.current === mode) return;
    shown.current = mode;
    const field = place.current?.querySelector<HTMLElement>("input, textarea");
    (field ?? place.current)?.focus();
  }, [mode]);
  return { mode, setMode, place };
}
