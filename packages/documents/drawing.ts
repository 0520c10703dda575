/** A picture in lines and words: sharp at any size in a PDF, drawn to a PNG for a docx. Units are points; y grows downwards. */
export interface Drawing {
  readonly kind: 'drawing';
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape = PathShape | TextShape;

/** Rings or lines: each is x, y, x, y, …; holes by the even-odd rule. */
export interface PathShape {
  readonly kind: 'path';
  readonly lines: readonly (readonly number[])[];
  readonly closed: boolean;
  readonly fill?: string;
  /** Of the fill, 0 to 1. */
  readonly opacity?: number;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

export interface TextShape {
  readonly kind: 'text';
  /** Of the middle of the words on their baseline, or of their start. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle';
  readonly colour: string;
  readonly bold?: boolean;
  /** Width of a white rim that keeps the words readable on lines. */
  readonly halo?: number;
}
