import type { FastifyRequest } from 'fastify';
import { type Reason, text } from '#packages/kernel';
import { newId } from '#packages/server-kit';
import { CRS, type Crs } from '../contract.ts';
import { isName } from '../core/layer.ts';
import { problems } from '../core/problems.ts';

/** The form of a layer's upload, checked. */
export interface LayerUpload {
  readonly content: Buffer;
  readonly crs: Crs;
  readonly name: string;
  /** A plan whose layer is to be replaced; absent for a new one. */
  readonly plan?: string;
  /** Of the client, so that a form sent twice is kept once. */
  readonly transaction: string;
  /** Of the plan to be redrawn, as it was seen. */
  readonly version?: number;
}

/** Reads the form, its fields in any order. Throws `bad_upload` with everything that is missing or wrong. */
export async function readLayerUpload(request: FastifyRequest): Promise<LayerUpload> {
  const { fields, content } = await readForm(request);
  const crs = fields.get('crs') ?? '';
  const name = (fields.get('name') ?? '').trim();
  const plan = fields.get('plan') || undefined;
  const transaction = fields.get('transaction') || newId();
  const version = fields.get('version') || undefined;
  const reasons = [
    !content?.length && missingFile,
    !(crs in CRS) && unknownCrs,
    !isName(name) && badName,
    plan !== undefined && !isId(plan) && unknownPlan,
    !isId(transaction) && badTransaction,
    version !== undefined && !/^[1-9][0-9]{0,8}$/.test(version) && badVersion,
  ].filter((reason): reason is Reason => reason !== false);
  if (!content || reasons.length > 0) throw problems.bad_upload({ reasons });
  const redrawn = { ...(plan !== undefined && { plan }), ...(version !== undefined && { version: Number(version) }) };
  return { content, crs: crs as Crs, name, transaction, ...redrawn };
}

const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly content: Buffer | undefined;
}

async function readForm(request: FastifyRequest): Promise<Form> {
  const fields = new Map<string, string>();
  let content: Buffer | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file' && part.fieldname === 'file') content = await part.toBuffer();
      else if (part.type === 'file') part.file.resume();
      else fields.set(part.fieldname, String(part.value));
    }
  } catch (error) {
    if ('statusCode' in (error as Error)) throw error; // no form at all, or too large: the server has words for these
    throw problems.bad_upload({ reasons: [brokenForm] });
  }
  return { fields, content };
}

const brokenForm: Reason = {
  rule: 'form_is_whole',
  text: text('上传中断或格式不对，请重新上传。', 'The upload was cut off or is malformed: upload it again.'),
};

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
  text: text('请填写方案名称，最多 100 个字。', 'Give the plan a name of at most 100 printable characters.'),
  field: 'name',
};

const unknownPlan: Reason = {
  rule: 'redrawn_plan_is_named',
  text: text('要重绘的方案编号不对。', 'The id of the plan to be redrawn is wrong.'),
  field: 'plan',
};

const badTransaction: Reason = {
  rule: 'transaction_is_an_id',
  text: text('提交编号应为 UUID。', 'The transaction id must be a UUID.'),
  field: 'transaction',
};

const badVersion: Reason = {
  rule: 'version_is_a_number',
  text: text('方案的版本号不对。', 'The version of the plan must be a whole number.'),
  field: 'version',
};
