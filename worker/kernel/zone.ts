/** Where dates hold: due dates, deadlines and "today". */
export const ZONE = "Europe/Helsinki";
