/**
 * The one time zone that makes days of moments, whatever the machine is set to. Law changes at midnight, and midnight
 * is not everywhere at once: the law here is Japan's, and what the two parties agreed is in force, and published, by
 * the date in Tokyo; most of what happens under it happens there. Who needs another zone gives days and not moments.
 */

/** In the names of the IANA time zone database. */
export const ZONE = 'Asia/Tokyo';

/** The day of a moment in {@link ZONE}, as YYYY-MM-DD. */
export function dayOfMoment(moment: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: ZONE,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
