import { crc32 } from "../../../../kernel/pack.ts";
import { element, type Xml } from "../xml.ts";

/** The emblem is 2:3; this is how many pixels its height has. */
const height = 240;
const width = height * 1.5;
/** Samples of a pixel in each direction: edges have as many shades between as there are. */
const samples = 3;
const shadesMax = samples * samples;
const BLUE = [0x00, 0x33, 0x99] as const;
const GOLD = [0xff, 0xcc, 0x00] as const;

/** 27 × 18 mm, in the units of DrawingML. */
const size = { cx: 972_000, cy: 648_000 } as const;

/**
 * The emblem of the European Union as a PNG: twelve stars of a radius of 1/18 of the height,
 * upright, on a circle of 1/3 (its geometrical description, Council of Europe and Union).
 */
export async function emblemPng(): Promise<Uint8Array> {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  // Eight bits, each the number of a colour.
  [8, 3, 0, 0, 0].forEach((value, index) => head.setUint8(8 + index, value));
  const palette = Array.from({ length: shadesMax + 1 }, (_, shade) =>
    BLUE.map((blue, channel) =>
      Math.round(blue + (((GOLD[channel] ?? blue) - blue) * shade) / shadesMax),
    ),
  ).flat();
  // Every row begins with how it is written down: as it is.
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = shadeAt(x, y);
  }
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate"));
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", new Uint8Array(head.buffer)),
    chunk("PLTE", new Uint8Array(palette)),
    chunk("IDAT", new Uint8Array(await new Response(packed).arrayBuffer())),
    chunk("IEND", new Uint8Array()),
  ];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** How many samples of a pixel are in a star. */
function shadeAt(x: number, y: number): number {
  const [ring, star] = [height / 3, height / 18];
  const distance = Math.hypot(x - width / 2, y - height / 2);
  if (Math.abs(distance - ring) > star + 2) return 0;
  let inside = 0;
  for (let index = 0; index < shadesMax; index += 1) {
    const across = x + ((index % samples) + 0.5) / samples - width / 2;
    const down = y + (Math.floor(index / samples) + 0.5) / samples - height / 2;
    const turn = Math.round(Math.atan2(across, -down) / (Math.PI / 6)) * (Math.PI / 6);
    const [right, below] = [across - ring * Math.sin(turn), down + ring * Math.cos(turn)];
    if (isInStar(right / star, below / star)) inside += 1;
  }
  return inside;
}

/** A star of radius 1 with a point upwards: all that lies within four of its five lines. */
function isInStar(right: number, below: number): boolean {
  const line = Math.cos((Math.PI * 2) / 5);
  const within = [0, 1, 2, 3, 4].filter((point) => {
    const turn = (point * Math.PI * 2) / 5;
    return right * Math.sin(turn) - below * Math.cos(turn) <= line;
  });
  return within.length >= 4;
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** The picture of a relationship, in the line of text, with what it shows in words. */
export function picture(relationship: string, alternative: string): Xml {
  const named = { id: 1, name: "Emblem", descr: alternative };
  return element(
    "w:r",
    {},
    element(
      "w:drawing",
      {},
      element(
        "wp:inline",
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        element("wp:extent", size),
        element("wp:docPr", named),
        element(
          "a:graphic",
          {},
          element(
            "a:graphicData",
            { uri: "http://schemas.openxmlformats.org/drawingml/2006/picture" },
            element(
              "pic:pic",
              {},
              element("pic:nvPicPr", {}, element("pic:cNvPr", named), element("pic:cNvPicPr", {})),
              element(
                "pic:blipFill",
                {},
                element("a:blip", { "r:embed": relationship }),
                element("a:stretch", {}, element("a:fillRect", {})),
              ),
              element(
                "pic:spPr",
                {},
                element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", size)),
                element("a:prstGeom", { prst: "rect" }, element("a:avLst", {})),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
