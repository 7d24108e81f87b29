import * as z from "zod";
import { isDate, isInstant } from "./instant.ts";
import type { Sentences } from "./sentences/fi.ts";
import { isCleanText } from "./text.ts";

/** The sentences that need no figures, which a shape may name as its complaint. */
export type PlainSentence = {
  [Key in keyof Sentences]: Sentences[Key] extends () => string ? Key : never;
}[keyof Sentences];

const complaint = (sentence: PlainSentence) => ({ params: { sentence } });

/** Text of one or more characters: NFC, trimmed, without control characters. */
export const text = (lengthMax: number) => cleanText(lengthMax).min(1);

/** Text that may be empty. */
export const freeText = (lengthMax: number) => cleanText(lengthMax);

function cleanText(lengthMax: number) {
  return z
    .string()
    .refine(isCleanText, { ...complaint("textUnclean"), abort: true })
    .normalize("NFC")
    .trim()
    .max(lengthMax);
}

export const date = z
  .string()
  .refine(isDate, complaint("dateUnreal"))
  .meta({ format: "date", description: "A date in Europe/Helsinki", example: "2024-06-30" });

/** `?asOf=`: an instant, or a date, which means the end of that day in Helsinki. */
export const moment = z
  .string()
  .refine((value) => isDate(value) || isInstant(value), complaint("momentUnreal"))
  .meta({
    description: "An instant (UTC), or a date: the end of that day in Europe/Helsinki",
    example: "2024-06-30",
  });

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .meta({ example: "hoppu" });

export const municipalityCode = z
  .string()
  .regex(/^\d{3}$/)
  .meta({ example: "837" });

/** One text in the three languages. */
export const translated = (lengthMax: number) =>
  z.strictObject({ fi: text(lengthMax), sv: text(lengthMax), en: text(lengthMax) });

const limitMax = 500;
export const limitDefault = 100;

export const page = {
  limit: z.coerce.number().int().min(1).max(limitMax).optional().meta({ default: limitDefault }),
  cursor: z.string().max(200).optional(),
};

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
