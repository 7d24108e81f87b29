import { secureHeaders } from "hono/secure-headers";

const always = {
  strictTransportSecurity: "max-age=63072000; includeSubDomains",
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  crossOriginOpenerPolicy: "same-origin",
} as const;

const pagePolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  // Of no use to a page without scripts; tools that look at the site fetch robots.txt by it.
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Of all answers but pages: a file that somebody sent in must not act for who opens it. */
export const answerHeaders = secureHeaders({
  ...always,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
});

/** Of pages that are made here: they have a style sheet and no script. */
export const pageHeaders = secureHeaders({ ...always, contentSecurityPolicy: pagePolicy });

/** Of the picture that other services show beside a link. */
export const pictureHeaders = secureHeaders({
  ...always,
  crossOriginResourcePolicy: "cross-origin",
  contentSecurityPolicy: pagePolicy,
});

/** Of the one page that others may show in a frame: nothing in it can be pressed but a link. */
export const widgetHeaders = secureHeaders({
  ...always,
  xFrameOptions: false,
  crossOriginResourcePolicy: "cross-origin",
  contentSecurityPolicy: { ...pagePolicy, frameAncestors: ["*"] },
});
