import { currentLocale } from '#packages/web-kit';

/** Where the printable notice of a grid is, in the language of the page. */
export const noticeAddress = (grid: string, format: 'pdf' | 'docx'): string =>
  `/api/grids/${grid}/notice?format=${format}&language=${currentLocale()}`;

/** The notices of all grids of a community in one PDF. */
export const bookletAddress = (community: string): string =>
  `/api/areas/${community}/notices?format=pdf&language=${currentLocale()}`;
