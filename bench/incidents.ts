/** What incidents cost: nodes of the Circuit, and processor time of an assessment, first and again: `npm run bench:incidents`. */
import type { Situation } from '@anpo/engine';
import { loadLibrary } from '@anpo/node';
import Table from 'cli-table3';

const kinds: readonly Readonly<Record<string, string>>[] = [
  { 'use-of-force': 'yes', attacker: 'armed-forces', victim: 'JP', place: 'senkakus' },
  { 'use-of-force': 'yes', attacker: 'armed-forces', victim: 'US', place: 'guam' },
  { place: 'yokosuka', 'threat-of-armed-attack': 'yes' },
  { 'use-of-force': 'yes', victim: 'JP', place: 'okinawa-island' },
  { victim: 'US', 'defends-japan-with-japan': 'yes' },
];
const AGAIN = 50;

function situationOf(count: number): Situation {
  const incidents = Array.from({ length: count }, (_, index) => `incident-${index + 1}`);
  const given = incidents.flatMap((_, incident) =>
    Object.entries(kinds[incident % kinds.length] ?? {}).map(
      ([fact, value]) => ({ fact, value, incident, asserted: 'stipulated' }) as const,
    ),
  );
  return { on: '2016-08-06', incidents, given };
}

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const library = await loadLibrary(undefined, { variables: process.env });
// What is made for every situation is made before, and the machine code of it too.
for (let run = 0; run < AGAIN; run++) library.assess(situationOf(1));
const table = new Table({ head: ['incidents', 'findings', 'nodes', 'first, ms', 'again, ms'] });
for (const count of [1, 3, 10, 20, 40]) {
  const situation = situationOf(count);
  const first = processorTime(() => void library.assess(situation));
  const again = processorTime(() => {
    for (let run = 0; run < AGAIN; run++) library.assess(situation);
  });
  const circuit = library.circuit(count);
  table.push([
    count,
    circuit.findings.length,
    circuit.nodes.length,
    first.toFixed(1),
    (again / AGAIN).toFixed(1),
  ]);
}
console.log(table.toString());
