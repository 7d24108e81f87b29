const open = "http://schemas.openxmlformats.org";

export const WORDPROCESSING = `${open}/wordprocessingml/2006/main`;
export const RELATIONSHIPS = `${open}/officeDocument/2006/relationships`;
export const PACKAGE = `${open}/package/2006`;
export const EXTENDED = `${open}/officeDocument/2006/extended-properties`;

/** What the root of a part with text declares. */
export const NAMESPACES = {
  "xmlns:w": WORDPROCESSING,
  "xmlns:r": RELATIONSHIPS,
  "xmlns:wp": `${open}/drawingml/2006/wordprocessingDrawing`,
  "xmlns:a": `${open}/drawingml/2006/main`,
  "xmlns:pic": `${open}/drawingml/2006/picture`,
} as const;
