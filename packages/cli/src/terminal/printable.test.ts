import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { printable, printableData, printableJson } from './printable.ts';

const wicked = 'a\u001b[2J\u001b]0;title\u0007b\u009b31mc\r\u202edef\u2066\u007f\b';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('what is printed', () => {
  it('holds nothing that steers a terminal', () => {
    expect(printable(`${wicked}\n\t.`)).toBe(
      'a\ufffd[2J\ufffd]0;title\ufffdb\ufffd31mc\ufffd\ufffddef\ufffd\ufffd\ufffd\n .',
    );
    expect(printableData({ texts: [wicked, 1, null], deep: { text: wicked } })).toEqual({
      texts: [printable(wicked), 1, null],
      deep: { text: printable(wicked) },
    });
    expect(printableJson({ wicked })).not.toMatch(steering);
    expect(JSON.parse(printableJson({ wicked }))).toEqual({ wicked });
  });

  const title = JSON.stringify(wicked);
  it.each([
    ['assess', `title: ${title}\nfacts: {mission: yes}`],
    ['assess', `title: ${title}\nfacts: {mission: yes}`, '--json'],
    ['assess', `title: x\nfacts: {${title}: yes}`],
    ['assess', `title: x\nfacts: {place: ${title}}`],
    ['assess', `${title}: x`],
    ['assess', `title: [\u001b[2J`],
    ['why', `title: ${title}\nfacts: {mission: yes}`],
  ])('holds nothing of the kind, where %s is given %j', async (command, input, ...more) => {
    const argv = command === 'why' ? ['why', 'consult-first', '-'] : [command, '-'];
    const { out, error } = await runCommand([...argv, '--on', '1975-06-01', ...more], { input });
    expect(out + error).not.toBe('');
    expect(out + error).not.toMatch(steering);
  });

  it.each([
    ['facts', '\u001b[2J'],
    ['show', '\u001b[2J'],
    ['assess', '--fact', 'mission=\u001b[2J'],
    ['\u001b[2J'],
    ['prove', 'never \u001b[2J'],
    ['screen', '\u001b[2J.csv', '--map', '\u009b2J.yaml'],
  ])('holds nothing of the kind, where %j is asked', async (...argv) => {
    const { out, error } = await runCommand(argv);
    expect(out + error).not.toMatch(steering);
  });
});
