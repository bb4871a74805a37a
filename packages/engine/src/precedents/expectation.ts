/** Checks one recorded answer against what the model finds in the precedent's situation. */
import { holdersOfView } from '../assess/views.ts';
import { parseDay, periodHolds, toDay } from '../calendar/date.ts';
import { checkSituation, refuse } from '../check/check.ts';
import type { Circuit, NodeId } from '../circuit/circuit.ts';
import { ComplaintError, sayComplaint } from '../complaint/complaint.ts';
import { engineWords } from '../complaint/words.ts';
import { amountIn } from '../evaluate/amounts.ts';
import { assignResolved, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, UNKNOWN } from '../evaluate/kleene.ts';
import { formatRational, parseRational } from '../evaluate/rational.ts';
import { plain } from '../explain/labels.ts';
import { pendingKey, pendingOf } from '../explain/pending.ts';
import { explain } from '../explain/reason.ts';
import { ruleClause } from '../explain/rule-words.ts';
import { outcomeOf } from '../explain/truth.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Expectation, Expression, Outcome, Precedent, Rulebook, Text } from '../rulebook/schema.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { Language } from '../wording/contract.ts';
import { bilingual, wordings } from '../wording/languages.ts';
import { formDifferences } from './as-clause.ts';
import { blockerProblems } from './blockers.ts';
import type { BacktestRow } from './report.ts';
import { situationOfPrecedent } from './situation-of.ts';

/** The compiled expressions of an expectation; `because` by bearer (the empty name where there is none). */
export interface ExpectationNodes {
  readonly subject?: NodeId;
  readonly because: ReadonlyMap<string, readonly NodeId[]>;
}

interface AskedExpectation {
  readonly rulebook: Rulebook;
  readonly circuit: Circuit;
  readonly expectation: Expectation;
  readonly nodes: ExpectationNodes;
  readonly resolved: ResolvedSituation;
  readonly incident: number;
  readonly assignment: Uint8Array;
  readonly values: Uint8Array;
}

type Row = Omit<BacktestRow, 'precedent' | 'title' | 'on' | 'position' | 'view'>;

/** What one precedent's situation comes to, by view and by what was known: its expectations share it. */
export type Evaluated = Map<string, Pick<AskedExpectation, 'resolved' | 'assignment' | 'values'>>;

export function checkExpectation(
  rulebook: Rulebook,
  circuit: Circuit,
  precedent: Precedent,
  expectation: Expectation,
  nodes: ExpectationNodes,
  evaluated: Evaluated = new Map(),
): readonly BacktestRow[] {
  const frame = {
    precedent: precedent.id,
    title: precedent.title,
    on: precedent.on,
    position: expectation.position,
    view: expectation.view,
  };
  const refused = (reason: Text): BacktestRow[] => [
    { ...frame, ...failure(plain(expectation.becauseText), expectation.outcome, [reason]) },
  ];
  const situation = situationOfPrecedent(precedent, expectation);
  const incident = expectation.incident === undefined ? 0 : situation.incidents.indexOf(expectation.incident);
  if (incident < 0) {
    const name = expectation.incident as string;
    return refused(bilingual((wording) => wording.backtest.noSuchIncident(name)));
  }
  const key = `${expectation.view ?? ''} ${situation.known ?? ''}`;
  let answer = evaluated.get(key);
  if (!answer) {
    try {
      refuse(checkSituation(rulebook, situation));
      const holders = holdersOfView(rulebook, expectation.view ?? 'all');
      const resolved = resolveSituation(rulebook, situation);
      const assignment = assignView(circuit, assignResolved(circuit, resolved), holders);
      answer = { resolved, assignment, values: evaluateNodes(circuit, assignment) };
    } catch (error) {
      if (!(error instanceof ComplaintError)) throw error;
      const { complaints } = error;
      const said = (language: Language): string =>
        complaints.map((each) => sayComplaint(each, language, [engineWords]).message).join('; ');
      return refused({
        en: wordings.en.backtest.invalid(said('en')),
        ja: wordings.ja.backtest.invalid(said('ja')),
      });
    }
    evaluated.set(key, answer);
  }
  const question = { rulebook, circuit, expectation, nodes, incident, ...answer };
  return rowsFor(question).map((row) => ({ ...frame, ...row }));
}

function rowsFor(question: AskedExpectation): readonly Row[] {
  const { subject } = question.expectation;
  switch (subject.kind) {
    case 'norm':
      return subject.bearers.map((bearer) => normRow(question, subject.norm, bearer));
    case 'expression':
      return [
        nodeRow(
          question,
          question.nodes.subject as NodeId,
          plain(subject.text),
          '',
          [],
          isLeaf(subject.expression),
        ),
      ];
    case 'reading':
      return [readingRow(question, subject.term, subject.holder)];
    case 'amount':
      return [amountRow(question, subject.amount, subject.value)];
  }
}

function normRow(question: AskedExpectation, normId: string, bearer: string): Row {
  const { rulebook, circuit, expectation, incident } = question;
  const norm = indexRulebook(rulebook).norm(normId);
  const subject = ruleClause(rulebook, norm, bearer);
  const root = circuit.findings.find(
    (each) =>
      each.norm === normId &&
      each.bearer === bearer &&
      (each.incident === undefined || each.incident === incident),
  );
  if (!root) {
    const reason = bilingual((wording) => wording.backtest.noSuchFinding());
    return { ...failure(subject, expectation.outcome, [reason]), bearer };
  }
  const differences = expectation.as ? formDifferences(norm, expectation.as) : [];
  const problems = differences.map(({ aspect, expected, found }) =>
    bilingual((wording) => wording.backtest.form(aspect, expected, found)),
  );
  return { ...nodeRow(question, root.node, subject, bearer, problems, false), bearer };
}

/** `ownReason`: what is asked is a single question, and so its own blocker. */
function nodeRow(
  question: AskedExpectation,
  node: NodeId,
  subject: Text,
  bearer: string,
  formProblems: readonly Text[],
  ownReason: boolean,
): Row {
  const { circuit, expectation, resolved, assignment, values } = question;
  const found = outcomeOf(values[node]);
  const problems = [...formProblems];
  if (found === expectation.outcome) {
    const because = question.nodes.because.get(bearer) ?? [];
    const named = because.map((blocker) => ({
      node: blocker,
      text: because.length === 1 ? plain(expectation.becauseText) : textOf(question, blocker),
    }));
    if (found === 'does-not-apply' && !(ownReason && named.length === 0)) {
      problems.push(...blockerProblems(circuit, assignment, values, node, named));
    }
    if (found === 'undetermined') problems.push(...pendingProblems(question, node, named));
  } else {
    problems.push(
      bilingual((wording) =>
        wording.backtest.found(wording.outcomes[expectation.outcome], wording.outcomes[found]),
      ),
    );
  }
  return {
    subject,
    expected: outcomeText(expectation.outcome),
    found: outcomeText(found),
    ...verdict(problems),
    tree: explain(circuit, values, assignment, resolved, node),
  };
}

/** What is named as open must be open, and must be part of what keeps the finding open. */
function pendingProblems(
  { rulebook, circuit, values }: AskedExpectation,
  root: NodeId,
  because: readonly { node: NodeId; text: Text }[],
): readonly Text[] {
  const open = new Set(pendingOf(rulebook, circuit, values, root).map(pendingKey));
  return because.flatMap(({ node, text }) => {
    if (values[node] !== UNKNOWN) return [bilingual((wording, say) => wording.backtest.notOpen(say(text)))];
    const own = pendingOf(rulebook, circuit, values, node).map(pendingKey);
    return own.length > 0 && own.every((key) => open.has(key))
      ? []
      : [bilingual((wording, say) => wording.backtest.notPending(say(text)))];
  });
}

function readingRow(
  { rulebook, expectation, resolved }: AskedExpectation,
  termId: string,
  holder: string,
): Row {
  const index = indexRulebook(rulebook);
  const { day, known } = resolved;
  const has = index
    .term(termId)
    .definition.readings.some(
      (reading) =>
        reading.holder === holder &&
        periodHolds(reading.period, day) &&
        (known === undefined || reading.known === undefined || known >= toDay(reading.known)),
    );
  const text = (held: boolean): Text =>
    bilingual(({ backtest }) => (held ? backtest.has() : backtest.hasNot()));
  const expected = expectation.outcome === 'applies';
  return {
    subject: bilingual((wording, say) =>
      wording.nested(say(index.holder(holder).label), say(index.term(termId).label)),
    ),
    expected: text(expected),
    found: text(has),
    ...verdict(has === expected ? [] : [difference(text(expected), text(has))]),
  };
}

function amountRow(question: AskedExpectation, amountId: string, value: string): Row {
  const { rulebook, circuit, expectation, resolved, values, incident } = question;
  const roots = circuit.amounts.filter((each) => each.amount === amountId);
  const root = roots.find((each) => each.incident === undefined || each.incident === incident);
  const result = root ? amountIn(circuit, values, resolved, root) : { outcome: 'none' as const };
  const { label } = indexRulebook(rulebook).amount(amountId);
  const found =
    'value' in result && result.value !== undefined
      ? plain(result.value)
      : bilingual(({ outcomes, backtest }) =>
          result.outcome === 'undetermined' ? outcomes.undetermined : backtest.none(),
        );
  const wanted = expectation.outcome === 'undetermined' ? outcomeText('undetermined') : plain(exact(value));
  const equal = wanted.en === found.en;
  const good = expectation.outcome === 'does-not-apply' ? !equal : equal;
  return {
    subject: label,
    expected: wanted,
    found,
    ...verdict(good ? [] : [difference(wanted, found)]),
  };
}

const exact = (value: string): string =>
  parseDay(value) === undefined ? formatRational(parseRational(value)) : value;

/** A single question, whose being false needs no further blocker. */
function isLeaf(expression: Expression): boolean {
  if (expression.kind === 'not') return isLeaf(expression.of);
  return !['and', 'or', 'term', 'applies', 'some-incident'].includes(expression.kind);
}

const outcomeText = (outcome: Outcome): Text => bilingual(({ outcomes }) => outcomes[outcome]);

const difference = (expected: Text, found: Text): Text =>
  bilingual((wording, say) => wording.backtest.found(say(expected), say(found)));

function textOf({ circuit, values, assignment, resolved }: AskedExpectation, node: NodeId): Text {
  return explain(circuit, values, assignment, resolved, node).text;
}

function failure(subject: Text, expected: Outcome, problems: readonly Text[]): Row {
  return { subject, expected: outcomeText(expected), found: plain(''), ...verdict(problems) };
}

function verdict(problems: readonly Text[]): Pick<Row, 'status' | 'reason'> {
  if (problems.length === 0) {
    return { status: 'reproduced', reason: bilingual(({ backtest }) => backtest.reproduced()) };
  }
  return {
    status: 'failed',
    reason: bilingual((_, say) => problems.map(say).join('; ')),
  };
}
