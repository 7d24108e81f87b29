import type { ReportDocument } from "../../contract/document.ts";
import type { Frame } from "./told.ts";

/** Opening the faces takes longer than a page does: once for all reports that are written here. */
let tools: ReturnType<typeof loadTools> | undefined;

/**
 * A report as PDF for people: A4, tagged (PDF/UA-1), with the marks of a preview on each page
 * where its fingerprint is null. The library and the typefaces are loaded for the first one.
 */
export async function reportPdf(document: ReportDocument, frame: Frame): Promise<Uint8Array> {
  tools ??= loadTools();
  const { writePdf, faces } = await tools;
  return await writePdf(document, frame, faces);
}

async function loadTools() {
  const [{ openFaces, writePdf }, regular, bold] = await Promise.all([
    import("./paper/write.ts"),
    import("./fonts/regular.ttf"),
    import("./fonts/semi-bold.ttf"),
  ]);
  return { writePdf, faces: openFaces(regular.default, bold.default) };
}
