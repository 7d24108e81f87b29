import { useEffect } from "preact/hooks";
import { messages } from "./i18n.ts";

/** Names the page in the browser's title: what it shows first, then the product. */
export function useTitle(title: string | undefined): void {
  const { product } = messages.value;
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
