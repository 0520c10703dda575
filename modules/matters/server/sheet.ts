import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { text } from '#packages/kernel';
import type { Row } from './commands/import.ts';
import { problems } from './context.ts';

export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const ROW_LIMIT = 100_000;

const refuse = (zh: string, en: string) =>
  problems.bad_import({ reasons: [{ rule: 'file_is_a_list', text: text(zh, en) }] });

/** Reads the first sheet of an .xlsx file or a .csv file (UTF-8, or GB 18030 as offices export it); the first row names the columns. */
export async function readSheet(name: string, content: Buffer): Promise<Sheet> {
  const cells = name.toLowerCase().endsWith('.csv') ? readCsv(content) : await readXlsx(content);
  const [head = [], ...body] = cells;
  const columns = head.map((heading) => heading.trim()).filter((heading) => heading !== '');
  if (columns.length === 0) throw refuse('第一行应为列名。', 'The first row should name the columns.');
  if (new Set(columns).size < columns.length) throw refuse('有两列同名。', 'Two columns have the same name.');
  if (body.length === 0) throw refuse('没有数据行。', 'There are no rows.');
  if (body.length > ROW_LIMIT)
    throw refuse(`超过 ${ROW_LIMIT} 行，请分批导入。`, `More than ${ROW_LIMIT} rows: import in parts.`);
  return { columns, rows: body.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']))) };
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

function readCsv(content: Buffer): string[][] {
  try {
    return parse(decode(content), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw refuse(`CSV 无法读取：${(error as Error).message}`, `The CSV cannot be read: ${(error as Error).message}`);
  }
}

async function readXlsx(content: Buffer): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(content as unknown as ArrayBuffer);
  } catch {
    throw refuse('不是可以读取的 .xlsx 文件。', 'This is not an .xlsx file that can be read.');
  }
  const sheet = workbook.worksheets[0];
  if (!sheet) throw refuse('文件里没有工作表。', 'The file has no sheet.');
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const values = row.values as ExcelJS.CellValue[];
    rows.push(Array.from(values.slice(1), cellText));
  });
  return rows;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  // A date cell holds wall-clock time; ExcelJS gives it as if it were UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return String(value.text);
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue);
  return '';
}
