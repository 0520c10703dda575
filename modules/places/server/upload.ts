import type { FastifyRequest } from 'fastify';
import { type Reason, text } from '#packages/kernel';
import { CRS, type Crs } from '../contract.ts';
import { problems } from '../core/problems.ts';

/** The form of a layer's upload, checked. */
export interface LayerUpload {
  readonly content: Buffer;
  readonly crs: Crs;
  readonly name: string;
}

const NAME_LENGTH = 100;

/** Reads the form, its fields in any order. Throws `bad_upload` with everything that is missing or wrong. */
export async function readLayerUpload(request: FastifyRequest): Promise<LayerUpload> {
  const fields = new Map<string, string>();
  let content: Buffer | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') content = await part.toBuffer();
    else if (part.type === 'file') part.file.resume();
    else fields.set(part.fieldname, String(part.value));
  }
  const crs = fields.get('crs') ?? '';
  const name = (fields.get('name') ?? '').trim();
  const reasons = [
    !content?.length && missingFile,
    !(crs in CRS) && unknownCrs,
    (name === '' || name.length > NAME_LENGTH) && badName,
  ].filter((reason): reason is Reason => reason !== false);
  if (!content || reasons.length > 0) throw problems.bad_upload({ reasons });
  return { content, crs: crs as Crs, name };
}

const missingFile: Reason = {
  rule: 'file_is_given',
  text: text('请选择要上传的 GeoJSON 文件。', 'Choose a GeoJSON file to upload.'),
  field: 'file',
};

const unknownCrs: Reason = {
  rule: 'coordinate_system_is_stated',
  text: text(
    `请说明文件的坐标系：${Object.keys(CRS).join('、')}；系统不作猜测。`,
    `State the coordinate system of the file (${Object.keys(CRS).join(', ')}): it is not guessed.`,
  ),
  field: 'crs',
};

const badName: Reason = {
  rule: 'plan_has_a_name',
  text: text(
    `请填写方案名称，最多 ${NAME_LENGTH} 个字。`,
    `Give the plan a name of at most ${NAME_LENGTH} characters.`,
  ),
  field: 'name',
};
