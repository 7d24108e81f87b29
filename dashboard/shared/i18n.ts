import { computed, effect, signal } from "@preact/signals";
import { isLanguage, LANGUAGES, type Language } from "../../worker/kernel/language.ts";
import { ZONE } from "../../worker/kernel/zone.ts";
import { WORDS } from "../../worker/progress/words/status.ts";
import { fi, type Messages } from "./messages/fi.ts";

const kept = "etappi.language";

const catalogues: Readonly<Record<Language, () => Promise<Messages>>> = {
  fi: async () => fi,
  sv: async () => (await import("./messages/sv.ts")).sv,
  en: async () => (await import("./messages/en.ts")).en,
};

export const language = signal<Language>("fi");

/** What the page says, in the language of the reader. */
export const messages = signal<Messages>(fi);
export const words = computed(() => WORDS[language.value]);

/** The language kept on this device, else the browser's, else Finnish. */
export async function startLanguage(): Promise<void> {
  const wishes = [localStorage.getItem(kept), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  await loadLanguage(wishes.find(isLanguage) ?? "fi");
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(kept, chosen);
  await loadLanguage(chosen);
}

async function loadLanguage(chosen: Language): Promise<void> {
  const [said] = await Promise.all([catalogues[chosen](), ...loads.map((load) => load(chosen))]);
  messages.value = said;
  language.value = chosen;
  document.documentElement.lang = chosen;
}

/** How each catalogue that is in use gets the words of a language. */
const loads: ((chosen: Language) => Promise<void>)[] = [];

/**
 * The words of a few pages, which load with them. `words` may be read where `ready` holds; a
 * change of language waits for those that are in use, so that no page stands half in each.
 */
export function catalogue<Said>(sources: Readonly<Record<Language, () => Promise<Said>>>) {
  const known = signal<Partial<Readonly<Record<Language, Said>>>>({});
  const load = async (chosen: Language) => {
    const found = known.peek()[chosen] ?? (await sources[chosen]());
    known.value = { ...known.peek(), [chosen]: found };
  };
  loads.push(load);
  effect(() => {
    if (!known.peek()[language.value]) void load(language.value);
  });
  const said = computed(() => {
    const found = known.value[language.value];
    if (found === undefined) throw new Error("The words are read before they are there.");
    return found;
  });
  return { words: said, ready: computed(() => language.value in known.value) };
}

export { LANGUAGES, type Language };

const locales: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

type Formatters = {
  readonly date: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly number: Intl.NumberFormat;
  readonly percent: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
};

/** Made once a language: a matrix writes hundreds of dates, and making a formatter is slow. */
const formatters = computed<Formatters>(() => {
  const locale = locales[language.value];
  const numeric = { day: "numeric", month: "numeric", year: "numeric" } as const;
  return {
    date: new Intl.DateTimeFormat(locale, { ...numeric, timeZone: "UTC" }),
    day: new Intl.DateTimeFormat(locale, { ...numeric, timeZone: ZONE }),
    moment: new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: ZONE,
    }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }),
    percent: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }),
    plural: new Intl.PluralRules(locale),
  };
});

/** A date, `2024-06-30`, as the reader writes it. */
export function showDate(date: string): string {
  return formatters.value.date.format(new Date(`${date}T00:00:00Z`));
}

const dateAt = (moment: Date) => moment.toLocaleDateString("sv-SE", { timeZone: ZONE });

/** The date in Helsinki now. */
export const today = () => dateAt(new Date());

/** The date in Helsinki of a date or an instant. */
export const dayOf = (moment: string) => (moment.length > 10 ? dateAt(new Date(moment)) : moment);

/** An instant as a date in Helsinki. */
export function showDay(instant: string): string {
  return formatters.value.day.format(new Date(instant));
}

/** An instant as a date and a time in Helsinki. */
export function showMoment(instant: string): string {
  return formatters.value.moment.format(new Date(instant));
}

export function showNumber(value: number): string {
  return formatters.value.number.format(value);
}

/** A percentage 0-100 as the reader writes it, or a dash where there is nothing to divide. */
export function showPercent(percent: number | null): string {
  return percent === null ? "–" : formatters.value.percent.format(percent / 100);
}

/** The years of a period: `2023–2025`. */
export function showYears(startsOn: string, endsOn: string): string {
  const [from, to] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}

/** Chooses among the forms of a word that a number needs, and puts the number in. */
export function plural(count: number, forms: { readonly one: string; readonly other: string }) {
  const rule = formatters.value.plural.select(count);
  return (rule === "one" ? forms.one : forms.other).replace("#", showNumber(count));
}
