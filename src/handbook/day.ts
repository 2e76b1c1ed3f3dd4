const calendar = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `December 8, 2024` */
export function day(date: Date): string {
  return calendar.format(date);
}
