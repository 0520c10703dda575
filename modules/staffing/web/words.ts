import { type Text, text } from '#packages/kernel';
import type { DutyRow } from '../core/api.ts';
import { PERIODS } from '../core/duty.ts';

/** `每月 2 次`, `2 times a month`. */
export function frequencyInWords({ times, per }: DutyRow['item']['frequency']): Text {
  const { zh, en } = PERIODS[per];
  return text(`${zh} ${times} 次`, times === 1 ? `once ${en}` : `${times} times ${en}`);
}

const CENTS = 100;

/** Fen as yuan with two places, without them where they are nothing. */
export function feeInWords(fen: number): Text {
  const yuan = (fen / CENTS).toLocaleString('zh-CN', { minimumFractionDigits: fen % CENTS === 0 ? 0 : 2 });
  return fen === 0 ? text('无', 'none') : text(`${yuan} 元`, `${yuan} yuan`);
}

export const hoursInWords = (hours: number): Text => text(`${hours} 小时`, `${hours} h`);

export const GRIDS: Record<DutyRow['item']['grids'], Text> = {
  all: text('全部网格', 'All grids'),
  comprehensive: text('综合网格', 'Comprehensive grids'),
  dedicated: text('专属网格', 'Dedicated grids'),
};
