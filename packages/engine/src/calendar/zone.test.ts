import { afterEach, expect, it } from 'vitest';
import { dayOfMoment } from './zone.ts';

const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

it.each(['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'the day of a moment is that of Tokyo where the machine is set to %s',
  (zone) => {
    process.env.TZ = zone;
    const day = (text: string): string => dayOfMoment(new Date(text));
    expect([day('2016-03-28T14:59:59Z'), day('2016-03-28T15:00:00Z')]).toEqual(['2016-03-28', '2016-03-29']);
    expect(day('0987-06-05T00:00:00Z')).toBe('0987-06-05');
  },
);
