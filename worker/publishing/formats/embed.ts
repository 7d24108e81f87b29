import type { Language } from "../../kernel/language.ts";

type Embedded = {
  readonly slug: string;
  readonly name: string;
  readonly origin: string;
  readonly language: Language;
};

/** What somebody puts into a page of their own to show the widget there. */
export function embedCode({ slug, name, origin, language }: Embedded): string {
  const title = `Etappi: ${name}`
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");
  const address = `${origin}/public/${slug}/widget?lang=${language}`;
  return `<iframe src="${address}" title="${title}" width="100%" height="460" loading="lazy"></iframe>`;
}
