import type { Language } from "../../kernel/language.ts";

const fi = {
  /** What the files are, above a list of them. */
  readme: [
    "Tässä paketissa on raportti tauluina, kahdessa muodossa:",
    "",
    "- codes/ koneille: UTF-8, erotin pilkku, koodit, päivät muodossa 2024-06-30, desimaalipiste",
    "- words/ suomalaiselle Excelille: UTF-8 ja BOM, erotin puolipiste, sanat, päivät muodossa",
    "  30.6.2024, desimaalipilkku",
    "- datapackage.json kuvaa koneille tarkoitetut taulut (Frictionless Data Package)",
    "",
    "Taulut ”columns” ja ”codes” ovat koodikirja: mitä sarakkeet ja koodit tarkoittavat.",
    "Tyhjä kenttä tarkoittaa, ettei tietoa ole; se ei tarkoita nollaa. Heittomerkki tekstin alussa",
    "estää taulukko-ohjelmaa tulkitsemasta tekstiä kaavaksi eikä kuulu tekstiin.",
  ].join("\r\n"),
  tables: "Taulut",
};

const sv: typeof fi = {
  readme: [
    "Det här paketet innehåller rapporten som tabeller, i två former:",
    "",
    "- codes/ för maskiner: UTF-8, kommatecken, koder, datum som 2024-06-30, decimalpunkt",
    "- words/ för finländsk Excel: UTF-8 med BOM, semikolon, ord, datum som 30.6.2024,",
    "  decimalkomma",
    "- datapackage.json beskriver tabellerna för maskiner (Frictionless Data Package)",
    "",
    "Tabellerna ”columns” och ”codes” är kodboken: vad kolumnerna och koderna betyder.",
    "Ett tomt fält betyder att uppgiften saknas; det betyder inte noll. En apostrof i början av en",
    "text hindrar kalkylprogram från att läsa texten som en formel och hör inte till texten.",
  ].join("\r\n"),
  tables: "Tabeller",
};

const en: typeof fi = {
  readme: [
    "This package holds the report as tables, in two forms:",
    "",
    "- codes/ for machines: UTF-8, commas, codes, dates such as 2024-06-30, decimal point",
    "- words/ for Finnish Excel: UTF-8 with a BOM, semicolons, words, dates such as 30.6.2024,",
    "  decimal comma",
    "- datapackage.json describes the tables for machines (Frictionless Data Package)",
    "",
    "The tables “columns” and “codes” are the code book: what columns and codes mean.",
    "An empty field means that there is no such information; it does not mean zero. An apostrophe",
    "before a text keeps spreadsheet programs from taking it for a formula and is not part of it.",
  ].join("\r\n"),
  tables: "Tables",
};

/** What a report as a set of CSV files says of itself. */
export const WORDS = { fi, sv, en } satisfies Readonly<Record<Language, typeof fi>>;
