/** `@anpo/engine/calendar`: days as whole numbers, and durations by the civil calendar. */
export { addDuration, type Day, formatDay, parseDay, periodHolds, toDay } from '../calendar/date.ts';
export { dayOfMoment, ZONE } from '../calendar/zone.ts';
