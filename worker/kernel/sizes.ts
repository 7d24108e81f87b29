/** Bytes of one file that is sent in; the dashboard looks before it sends. */
export const fileSizeMax = 10 * 1024 * 1024;
