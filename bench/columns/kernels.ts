/** The kernel and the traffic without logic, both on planes in memory far larger than the caches. */
import type { Plan } from '@anpo/columns';
import { generateKernel, generateStreaming } from '@anpo/columns/testing';
import type { Contender } from './rounds.ts';

const PAGE = 65_536;

export function kernelContenders(plan: Plan, rows: number): readonly Contender[] {
  const blocks = rows / 128;
  const kernel = generateKernel(plan, PAGE);
  const uniforms = Math.ceil((PAGE + kernel.scratchBytes) / 64) * 64;
  const inputs = Math.ceil((uniforms + plan.uniforms.length * 32 + PAGE) / PAGE) * PAGE;
  const outputs = inputs + blocks * plan.inputs.length * 32;
  const pages = Math.ceil((outputs + blocks * plan.outputs.length * 32) / PAGE) + 1;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const words = new Uint32Array(memory.buffer);
  for (let word = inputs >> 2; word < outputs >> 2; word += 1) words[word] = Math.imul(word, 2_654_435_761);
  const start = (bytes: Uint8Array<ArrayBuffer>): ((...numbers: number[]) => void) =>
    new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } }).exports.run as never;
  const run = start(kernel.bytes);
  const stream = start(generateStreaming(plan));
  return [
    { name: 'memory: the same bytes, no logic', rows, run: () => stream(blocks, inputs, outputs, uniforms) },
    { name: 'kernel: planes to findings', rows, run: () => run(blocks, inputs, outputs, uniforms) },
  ];
}
