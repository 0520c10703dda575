import { expect, it } from 'vitest';
import { calendarNotice } from './calendar-notice.ts';

it('the next year is named while the calendar still holds', () => {
  const notice = calendarNotice('2026-12-31', new Date('2026-03-01T00:00:00Z'));
  expect(notice.urgent).toBe(false);
  expect(notice.text.zh).toContain('2027');
});

it('it becomes urgent near the end, and says so afterwards', () => {
  expect(calendarNotice('2026-12-31', new Date('2026-11-20T00:00:00Z')).urgent).toBe(true);
  expect(calendarNotice('2026-12-31', new Date('2027-01-01T00:00:00+08:00')).text.en).toContain('weekends only');
});
