import { TZDate } from "@date-fns/tz";
import {
  addDays,
  addMinutes,
  addMonths,
  differenceInCalendarDays,
  differenceInCalendarMonths,
  endOfDay,
  format,
  isValid,
  parseISO,
  startOfDay,
} from "date-fns";
import { ZONE } from "./zone.ts";

/*
 * A date is `2024-06-30` and holds in Europe/Helsinki; an instant is
 * `2024-06-30T12:00:00.000Z`, UTC with milliseconds. Both sort as text.
 */

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,3})?Z$/;
const yearMin = 1990;
const yearMax = 2100;

/** A date that exists in the calendar, between 1990 and 2100. */
export function isDate(text: string): boolean {
  if (!DATE.test(text) || !isValid(parseISO(text))) return false;
  const year = Number(text.slice(0, 4));
  return year >= yearMin && year <= yearMax;
}

export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDate(text.slice(0, 10)) && isValid(parseISO(text));
}

export function dateInHelsinki(instant: string): string {
  return format(new TZDate(instant, ZONE), "yyyy-MM-dd");
}

/** The last millisecond of a date in Helsinki, as an instant. */
export function endOfDateInHelsinki(date: string): string {
  return new Date(endOfDay(new TZDate(`${date}T12:00:00Z`, ZONE)).getTime()).toISOString();
}

/** The first millisecond of a date in Helsinki, as an instant. */
export function startOfDateInHelsinki(date: string): string {
  return new Date(startOfDay(new TZDate(`${date}T12:00:00Z`, ZONE)).getTime()).toISOString();
}

/** The instant so many minutes later. */
export function minutesAfter(instant: string, minutes: number): string {
  return addMinutes(instant, minutes).toISOString();
}

/** Whole calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

export function dayAfter(date: string): string {
  return daysAfter(date, 1);
}

/** The date so many days later; earlier where they are negative. */
export function daysAfter(date: string, days: number): string {
  return format(addDays(parseISO(date), days), "yyyy-MM-dd");
}

/**
 * A date moved as far as the second start lies from the first: by whole months where both fall on
 * the same day of a month, so that the end of a year stays one; by days else.
 */
export function movedWith(date: string, from: string, to: string): string {
  const months = differenceInCalendarMonths(parseISO(to), parseISO(from));
  return from.slice(8) === to.slice(8)
    ? format(addMonths(parseISO(date), months), "yyyy-MM-dd")
    : daysAfter(date, daysBetween(from, to));
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function monthsAfter(date: string, months: number): string {
  return format(addMonths(parseISO(date), months), "yyyy-MM-dd");
}

/** An instant in the one written form, so that instants sort as text. */
export function asInstant(text: string): string {
  return parseISO(text).toISOString();
}
