/**
 * A page as small as one can be: it loads the law and the Circuit and answers in both languages what is asked of a
 * situation. Operations for those who compare or write law are not in it.
 */
import { type AssessInput, ask, assess, whatIf, why } from '@anpo/answers';
import { circuitFromText, emptyRulebook, type Library, openLibrary, type Rulebook } from '@anpo/engine';

async function open(): Promise<Library> {
  const names = ['law.json', 'circuit.json', 'engine.txt'];
  const texts = await Promise.all(names.map(async (name) => (await fetch(name)).text()));
  const [law = '', circuit = '', engineHash] = texts;
  const rulebook: Rulebook = { ...emptyRulebook(''), ...(JSON.parse(law) as Partial<Rulebook>) };
  return openLibrary(rulebook, { circuit: circuitFromText(circuit), engineHash });
}

async function assessed(input: AssessInput): Promise<unknown> {
  const library = await open();
  const { data, answer } = assess(library, input, { language: 'en' });
  return {
    verdicts: data.findings.map(({ norm, bearer, outcome }) => [norm, bearer, outcome]),
    answers: [answer, assess(library, input, { language: 'ja' }).answer],
  };
}

Object.assign(globalThis, { anpo: { assessed, ask, whatIf, why } });
