/** Coverage: a table of the instruments, one of the documents, and the counts of the registers. */
import { indexRulebook } from '@anpo/engine/rulebook';
import { instrumentLabel } from '@anpo/engine/wording';
import type { Answer, TablePart, TableRow } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { type Coverage, type InstrumentCoverage, registers } from '../library/coverage.ts';
import type { Speaker } from '../speaker.ts';

export function sayCoverage(coverage: Coverage, speaker: Speaker): Answer {
  const { words, language } = speaker;
  const write = new AnswerWriter();
  write.chapter(words.coverageTitle);
  if (coverage.instruments.length > 0) {
    write.section(words.coverageInstruments);
    write.text(words.coverageNote, { tone: 'faint' });
    write.add(instrumentTable(coverage.instruments, speaker));
  }
  if (coverage.documents.length > 0) {
    write.apart();
    write.section(words.coverageDocuments);
    writeDocuments(coverage, write, speaker);
  }
  write.apart();
  write.section(words.coverageRegisters);
  write.rows(
    registers.map((name) => ({ label: words.registerNames[name], text: String(coverage.registers[name]) })),
    1,
  );
  return write.answer('coverage', language);
}

function instrumentTable(
  instruments: readonly InstrumentCoverage[],
  { words, rulebook, say }: Speaker,
): TablePart {
  const heads = words.coverageColumns;
  const cells = ({ provisions, status, marks, untranslated, norms, exercised }: Counts): string[] => [
    String(provisions),
    `${status.encoded}/${status.descriptive}/${status['not-encoded']}`,
    `${marks.confirmed}/${marks.secondary}/${marks.contested}/${marks.unconfirmed}`,
    untranslated === 0 ? words.bothLanguages : words.untranslated(untranslated),
    `${exercised}/${norms}`,
  ];
  const rows = instruments.map((item): TableRow => {
    const isOpen = item.exercised < item.norms || item.untranslated > 0;
    return {
      cells: [say(instrumentLabel(rulebook, item.id)), ...cells(item)],
      item: { collection: 'instruments', id: item.id },
      ...(isOpen ? { tone: 'open' } : {}),
    };
  });
  const total: TableRow = { cells: [words.coverageTotal, ...cells(sum(instruments))], tone: 'strong' };
  const head = [heads.instrument, heads.provisions, heads.status, heads.marks, heads.languages, heads.norms];
  return {
    kind: 'table',
    frame: 'grid',
    columns: head.map((text) => ({ head: text })),
    rows: [...rows, total],
  };
}

type Counts = Omit<InstrumentCoverage, 'id'>;

function sum(instruments: readonly InstrumentCoverage[]): Counts {
  const add = (of: (item: InstrumentCoverage) => number): number =>
    instruments.reduce((total, item) => total + of(item), 0);
  return {
    provisions: add((item) => item.provisions),
    status: {
      encoded: add(({ status }) => status.encoded),
      descriptive: add(({ status }) => status.descriptive),
      'not-encoded': add(({ status }) => status['not-encoded']),
    },
    marks: {
      confirmed: add(({ marks }) => marks.confirmed),
      secondary: add(({ marks }) => marks.secondary),
      contested: add(({ marks }) => marks.contested),
      unconfirmed: add(({ marks }) => marks.unconfirmed),
    },
    untranslated: add((item) => item.untranslated),
    norms: add((item) => item.norms),
    exercised: add((item) => item.exercised),
  };
}

function writeDocuments(
  { documents }: Coverage,
  write: AnswerWriter,
  { words, rulebook, say }: Speaker,
): void {
  const verdicts = ['holds', 'fails', 'holds-in-part', 'contested', 'outside'] as const;
  for (const { source, claims, verdicts: counts } of documents) {
    const found = indexRulebook(rulebook).find('source', source);
    const text = words.labelled(found ? say(found.title) : source, words.statementCount(claims));
    write.text(text, { depth: 1, tone: 'strong' });
    const stated = verdicts
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => `${words.verdicts[verdict] ?? verdict} ${counts[verdict]}`);
    write.text(words.list(stated), { depth: 2 });
  }
}
