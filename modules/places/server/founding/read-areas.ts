import { type CliIo, GOOD } from '../cli/input.ts';
import { LayerFiles, type LayerValues } from '../cli/layers.ts';
import { type AreaFields, type Foundation, foundationOf } from './foundation.ts';

export { BAD_INPUT, guarded, say } from '../cli/input.ts';
export { LAYER_OPTIONS, LAYER_USAGE } from '../cli/layers.ts';
export type { CliIo, Foundation };
export { GOOD };

/**
 * Reads the layers of a district's areas, in any format. Throws BadInput and FormatError for files that cannot be read or whose
 * coordinate system has to be stated.
 */
export async function readFoundation(
  io: CliIo,
  paths: readonly string[],
  district: { readonly code: string; readonly name: string },
  values: LayerValues & AreaFields,
): Promise<Foundation> {
  const files = new LayerFiles(io, values);
  const features = [];
  for (const path of paths) features.push(...(await files.readCells(path)));
  return foundationOf(district, features, values);
}
