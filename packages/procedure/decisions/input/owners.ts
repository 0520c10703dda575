import { text } from '#packages/kernel';
import { OWNER_VOTES, type Owner } from '../case.ts';
import { findSum } from '../exact.ts';
import type { Reader } from '../reader.ts';
import { requireOnce } from './checks.ts';

/** The roll of owners with their parts and votes. */
export function readOwners(reader: Reader, value: unknown): Owner[] | undefined {
  const list = reader.list(value, 'owners');
  if (list === undefined) return undefined;
  const owners = list.flatMap((entry, i) => readOwner(reader, entry, `owners[${i}]`) ?? []);
  requireOnce(reader, owners, 'owners');
  requireOneDeveloper(reader, owners);
  if (findSum(owners.flatMap(({ areas }) => areas)) === undefined) {
    reader.fault(
      'is_safe_integer',
      'owners',
      text(
        '面积合计太大，不能精确计算：请核对单位（平方厘米）。',
        'The areas add up to more than can be counted exactly: check the unit (cm²).',
      ),
    );
  }
  return owners.length === list.length ? owners : undefined;
}

function readOwner(reader: Reader, value: unknown, at: string): Owner | undefined {
  const fields = reader.fields(value, at, ['id', 'parts', 'developer', 'vote']);
  if (fields === undefined) return undefined;
  const id = reader.id(fields.id, `${at}.id`);
  const vote = reader.oneOf(fields.vote, `${at}.vote`, OWNER_VOTES);
  const developer = fields.developer === undefined ? false : fields.developer;
  if (typeof developer !== 'boolean') {
    reader.fault('is_boolean', `${at}.developer`, text('应为 true，或者不写。', 'It must be true, or left out.'));
  }
  const parts = reader.list(fields.parts, `${at}.parts`);
  const areas = parts?.flatMap((part, i) => {
    const place = `${at}.parts[${i}]`;
    const known = reader.fields(part, place, ['area_cm2']);
    return (known && reader.integer(known.area_cm2, `${place}.area_cm2`, 1)) ?? [];
  });
  if (id === undefined || vote === undefined || areas === undefined || areas.length !== parts?.length) return undefined;
  return { id, areas, developer: developer === true, vote };
}

/** All that the developer still holds counts as one person (区分所有权解释 9), who cannot vote in two ways. */
function requireOneDeveloper(reader: Reader, owners: readonly Owner[]): void {
  const votes = new Set(owners.filter(({ developer }) => developer).map(({ vote }) => vote));
  if (votes.size < 2) return;
  reader.fault(
    'developer_votes_once',
    'owners',
    text(
      `建设单位未出售、未交付的部分按一人计算（区分所有权解释 9），不能既投 ${[...votes].join(' 又投 ')}：请统一。`,
      `What the developer has not sold or handed over counts as one person (区分所有权解释 9), who cannot vote ${[...votes].join(' and ')}: make them one.`,
    ),
  );
}
