import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { plural } from "../../shared/i18n.ts";
import { words } from "../steering/words.ts";

/** How large the text of a list may be, largest first: what is short can be read from farther off. */
const SIZES = [1.6, 1.45, 1.3, 1.15, 1] as const;

/** A list of which as much is shown as there is room for; what is left over is counted. */
export function Fitting({
  items,
  all = items.length,
  class: name,
}: {
  items: readonly ComponentChildren[];
  /** How many there are, where not all of them are at hand. */
  all?: number;
  class: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // Null as long as all are laid out, to be measured.
  const [fit, setFit] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setFit(null);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    void document.fonts.ready.then(measure);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => setFit(null), [items]);
  useLayoutEffect(() => {
    if (fit === null && box.current && list.current) {
      setFit(countFitting(box.current, list.current, all));
    }
  }, [fit, items, all]);
  const shown = fit ?? items.length;
  return (
    <div class={`fitting ${name}`} ref={box}>
      <ul ref={list}>{items.slice(0, shown)}</ul>
      {shown < all && fit !== null && (
        <p class="fitting-more">{plural(all - shown, words.value.more)}</p>
      )}
    </div>
  );
}

/** How many of the items end above the box's foot, and above the line that counts the others. */
function countFitting(box: HTMLElement, list: HTMLElement, all: number): number {
  const style = getComputedStyle(box);
  // On a small screen the page scrolls, and there is room for all.
  if (style.overflowY === "visible") {
    list.style.fontSize = "";
    return list.children.length;
  }
  const line = Number.parseFloat(style.fontSize) * 1.5;
  const foot = box.getBoundingClientRect().bottom + 1;
  const fitsAbove = (limit: number) =>
    [...list.children].filter((item) => item.getBoundingClientRect().bottom <= limit).length;
  for (const size of SIZES) {
    list.style.fontSize = `${size}em`;
    if (fitsAbove(foot) === all) return all;
  }
  return fitsAbove(foot - line);
}
