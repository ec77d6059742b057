/** The parts of pdfmake that are used. Types from elsewhere bring those of browsers into every program. */
declare module 'pdfmake' {
  export interface TextStyle {
    readonly alignment?: 'left' | 'right' | 'center' | 'justify';
    readonly bold?: boolean;
    readonly characterSpacing?: number;
    readonly color?: string;
    readonly fontSize?: number;
    readonly leadingIndent?: number;
    readonly lineHeight?: number;
    readonly margin?: readonly [left: number, top: number, right: number, bottom: number];
    readonly width?: 'auto' | '*' | number;
  }

  export type Text = string | readonly (({ readonly text: string } & TextStyle) | string)[];

  export interface ContentText extends TextStyle {
    readonly text: Text;
    readonly headlineLevel?: number;
    readonly pageBreak?: 'before';
  }

  export interface ContentCanvas {
    readonly canvas: readonly {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
    }[];
    readonly margin?: TextStyle['margin'];
  }

  export interface ContentColumns {
    readonly columns: readonly ContentText[];
    readonly margin?: TextStyle['margin'];
  }

  export type Content = ContentText | ContentCanvas | ContentColumns;

  /** A node with its place, after a layout. */
  export interface LaidOutNode {
    readonly headlineLevel?: number;
    readonly startPosition: { readonly pageNumber: number; readonly top: number };
  }

  export interface Definition {
    readonly pageSize: 'A4';
    readonly pageMargins: readonly [left: number, top: number, right: number, bottom: number];
    readonly info: { readonly title: string };
    readonly language: string;
    readonly defaultStyle: TextStyle & { readonly font: string };
    readonly header: Content;
    readonly footer: (page: number) => Content;
    readonly content: readonly Content[];
    readonly pageBreakBefore?: (node: LaidOutNode) => boolean;
  }

  export interface Output {
    /** Resolves when everything is laid out; nothing is written yet. */
    getStream(): Promise<unknown>;
    getBuffer(): Promise<Buffer>;
  }

  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: Definition): Output;
  };
  export default pdfmake;
}
