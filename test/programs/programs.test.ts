import { expect, test } from "vitest";
import { convert, told } from "../support/programs.ts";

test("programs open what is well made, and refuse what is not", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  await expect(told("xmllint", ["--noout"], bytes("<a><b/></a>"))).resolves.toBe("");
  await expect(told("xmllint", ["--noout"], bytes("<a><b></a>"))).rejects.toThrow(/mismatch/);
  const reading = "CSV:59,34,UTF-8";
  const pages = await convert(bytes("Kunta;Tila\nÄhtäri;Valmis\n"), {
    from: "csv",
    to: "pdf",
    reading,
  });
  const [pdf = bytes("")] = pages.values();
  await expect(told("pdftotext", ["-layout"], pdf, ["-"])).resolves.toMatch(/Ähtäri\s+Valmis/);
});
