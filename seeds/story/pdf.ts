/** A page of text as PDF, for files that stand as evidence. Nobody signed it. */
export function pdfOf(title: string, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = [
    "BT /F1 18 Tf 60 760 Td 24 TL",
    `(${escaped(title)}) Tj T* /F1 11 Tf 16 TL`,
    ...lines.map((line) => `T* (${escaped(line)}) Tj`),
    "ET",
  ].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (fi) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " +
      "/Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let body = "%PDF-1.4\n";
  const starts = objects.map((object, index) => {
    const start = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(start).padStart(10, "0");
  });
  const table = starts.map((start) => `${start} 00000 n \n`).join("");
  const size = objects.length + 1;
  const whole =
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(whole, (letter) => letter.charCodeAt(0));
}

/** Letters of WinAnsi as they are, its dash by its number, and what has a meaning in PDF with a mark. */
const escaped = (text: string) =>
  text.replace(/[\\()]/g, (letter) => `\\${letter}`).replaceAll("–", "\\226");
