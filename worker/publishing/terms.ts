/** The next dates that a public page names. */
export const nextDatesMax = 6;

/** Projects on one page of the list of what is public. */
export const publicPageMax = 60;

/** Projects that the map of the site for search engines names, in three languages each. */
export const sitemapMax = 1_000;

/** How long anybody may keep a public answer before asking again, in seconds. */
export const publicAgeMax = 60;

/** The picture that goes with a shared link, in pixels (Open Graph). */
export const pictureWidth = 1200;
export const pictureHeight = 630;

/** What others may do with what is public. */
export const LICENCE = "CC BY 4.0";
export const LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/";
