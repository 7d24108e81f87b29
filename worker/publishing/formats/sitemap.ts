import { LANGUAGES } from "../../kernel/language.ts";

/** What search engines may list: what is public, and what such a page is made of. */
export const robots = (origin: string) =>
  [
    "User-agent: *",
    "Allow: /public",
    "Allow: /accessibility",
    "Allow: /assets/",
    "Allow: /icon.svg",
    "Disallow: /",
    "",
    `Sitemap: ${origin}/public/sitemap.xml`,
    "",
  ].join("\n");

/** The addresses of what is public, each in every language (sitemaps.org). Slugs need no escape. */
export function sitemap(slugs: readonly string[], origin: string): string {
  const pages = ["/public", ...slugs.map((slug) => `/public/${slug}`)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.flatMap((path) => LANGUAGES.map((language) => entry(`${origin}${path}`, language))),
    "</urlset>",
    "",
  ].join("\n");
}

function entry(address: string, language: string): string {
  const others = LANGUAGES.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${address}?lang=${one}"/>`,
  );
  return `<url><loc>${address}?lang=${language}</loc>${others.join("")}</url>`;
}
