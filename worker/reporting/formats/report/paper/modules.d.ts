/* What the report needs of packages that bring no types, or types of older versions. */

declare module "pdfkit" {
  import type { Font } from "fontkit";

  export type Struct = {
    add(child: Struct | (() => void)): Struct;
    end(): void;
  };
  export type StructOptions = {
    readonly title?: string;
    readonly alt?: string;
    readonly lang?: string;
    readonly scope?: "Column" | "Row";
    readonly bbox?: readonly [number, number, number, number];
    readonly placement?: "Block";
  };
  type LinkOptions = { readonly structParent: Struct; readonly Contents: object };
  type Outline = {
    addItem(
      title: string,
      options: {
        readonly top: number;
        readonly left: number;
        readonly fit: boolean;
        readonly expanded: boolean;
      },
    ): Outline;
  };

  type Box = readonly [x: number, y: number, width: number, height: number];

  export class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly outline: Outline;
    readonly page: { readonly width: number; readonly height: number };
    readonly info: Record<string, unknown>;
    addPage(): this;
    switchToPage(index: number): unknown;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    font(face: Font): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    fillOpacity(opacity: number): this;
    lineWidth(width: number): this;
    text(text: string, x: number, y: number, options: Readonly<Record<string, unknown>>): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(...box: [...Box, radius: number]): this;
    polygon(...points: readonly (readonly [number, number])[]): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    fill(): this;
    stroke(): this;
    save(): this;
    restore(): this;
    rotate(angle: number, options: { readonly origin: readonly [number, number] }): this;
    struct(
      tag: string,
      options?: StructOptions,
      children?: readonly (Struct | (() => void))[],
    ): Struct;
    addStructure(struct: Struct): this;
    markContent(tag: "Artifact", options: Readonly<Record<string, unknown>>): this;
    endMarkedContent(): this;
    addNamedDestination(name: string, ...to: ["XYZ", x: number, y: number, zoom: null]): void;
    goTo(...to: [...Box, name: string, options: LinkOptions]): this;
    link(...to: [...Box, url: string, options: LinkOptions]): this;
    end(): void;
  }
}

declare module "pdfkit/output" {
  import type { PDFDocument } from "pdfkit";

  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}

declare module "fontkit" {
  export type Font = {
    readonly unitsPerEm: number;
    /** The code points that it has signs for. */
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  };
  export function create(bytes: Uint8Array): Font;
}
