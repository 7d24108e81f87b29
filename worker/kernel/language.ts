export const LANGUAGES = ["fi", "sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * The language of an answer: the one asked for by name, else the first of `Accept-Language`
 * (RFC 9110 § 12.5.4, quality values respected) that we speak, else Finnish.
 */
export function chooseLanguage(
  asked: string | null | undefined,
  accepted: string | null,
): Language {
  if (isLanguage(asked)) return asked;
  const wishes = (accepted ?? "").slice(0, 500).split(",").map(readWish);
  const spoken = wishes.filter((wish) => wish.quality > 0 && isLanguage(wish.language));
  const best = spoken.toSorted((a, b) => b.quality - a.quality)[0]?.language;
  return isLanguage(best) ? best : "fi";
}

function readWish(wish: string) {
  const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
  const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
  return {
    language: tag.split("-")[0] ?? "",
    quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0,
  };
}
