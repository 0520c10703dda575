import { ImageRun } from 'docx';
import sharp from 'sharp';
import type { Block, CellContent, OfficialDocument, Picture } from '../document.ts';
import { cellOf } from '../document.ts';
import type { Drawing } from '../drawing.ts';
import { drawingToSvg } from '../drawing-svg.ts';
import { fonts } from '../fonts.ts';
import { pictureSize } from '../layout/picture.ts';

/** Dots for each point of a drawing: 216 an inch, sharp in print. */
const DOTS = 3;

/** The pictures of one document: PNGs of its drawings, and numbers of its own (the library counts for the whole process). */
export interface Drawn {
  readonly pngs: ReadonlyMap<Drawing, Uint8Array>;
  next(): number;
}

type Pictured = Pick<Picture, 'of' | 'width' | 'alt'>;

function picturesOf(block: Block): readonly Pictured[] {
  if (block.kind === 'picture') return [block];
  if (block.kind !== 'table') return [];
  const cells: CellContent[] = [...block.head, ...block.rows].flatMap((row) => row.cells.map(cellOf));
  return cells.flatMap(({ picture }) => (picture ? [picture] : []));
}

export async function drawAll({ blocks }: OfficialDocument): Promise<Drawn> {
  const pngs = new Map<Drawing, Uint8Array>();
  for (const { of, width } of blocks.flatMap(picturesOf)) {
    if (of.kind === 'drawing' && !pngs.has(of))
      pngs.set(of, await draw(of, pictureSize({ of, width }, Infinity).width));
  }
  let pictures = 0;
  return { pngs, next: () => ++pictures };
}

const draw = async (drawing: Drawing, width: number): Promise<Uint8Array> =>
  sharp(Buffer.from(drawingToSvg(drawing, fonts(), (width * DOTS) / drawing.width)))
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 6 })
    .toBuffer();

/** Screen dots of the docx library: 96 an inch. */
const PIXELS_PER_POINT = 96 / 72;

export function imageRun(picture: Pictured, room: number, drawn: Drawn): ImageRun {
  const { width, height } = pictureSize(picture, room);
  const { of, alt } = picture;
  return new ImageRun({
    type: 'png',
    data: of.kind === 'image' ? of.png : drawn.pngs.get(of)!,
    transformation: { width: width * PIXELS_PER_POINT, height: height * PIXELS_PER_POINT },
    altText: { id: String(drawn.next()), name: alt, description: alt, title: alt },
  });
}
