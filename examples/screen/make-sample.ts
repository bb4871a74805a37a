/** Writes disputes.csv beside this file: invented disputes in the columns of the real data set, always the same. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

let state = 20160329;
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const pick = (values: readonly number[]): number => values[below(values.length)] as number;

const rows = Array.from({ length: 60 }, (_, index) => {
  // Numbers from 90001 on are no dispute of the real data set.
  const action = pick([0, 1, 1, 7, 8, 12, 15, 15, 16, 17, 20]);
  const hostility = action === 0 ? 1 : action <= 6 ? 2 : action <= 12 ? 3 : action === 20 ? 5 : 4;
  const reply = pick([0, 0, 1, 7]);
  return [
    90_001 + index,
    pick([365, 710, 713, 731, 732]),
    pick([2, 740]),
    1952 + index,
    1 + below(12),
    index % 9 === 8 ? '' : 1 + below(28),
    action,
    reply,
    hostility,
    reply === 0 ? 1 : reply < 7 ? 2 : 3,
    pick([0, 0, 0, 1, -9]),
    pick([4, 5, 6, 8]),
  ];
});
const header =
  'dispnum,initiator,target,year,month,day,hiact_initiator,hiact_target,hostlev_initiator,hostlev_target,fatality,outcome';
writeFileSync(
  fileURLToPath(new URL('disputes.csv', import.meta.url)),
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`,
);
