import { afterEach, expect, it, vi } from 'vitest';
import { processEnvironment } from './environment.ts';

const before = process.env.TZ;
afterEach(() => {
  vi.useRealTimers();
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'today is the day in Japan where the machine is set to %s',
  (zone) => {
    process.env.TZ = zone;
    vi.useFakeTimers({ toFake: ['Date'] });
    const todayAt = (moment: string): string => {
      vi.setSystemTime(new Date(moment));
      return processEnvironment().today();
    };
    expect([todayAt('2016-03-28T14:59:59Z'), todayAt('2016-03-28T15:00:00Z')]).toEqual([
      '2016-03-28',
      '2016-03-29',
    ]);
  },
);
