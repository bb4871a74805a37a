/**
 * The engine's front door: a library, opened. It owns what is made of a Rulebook once (Circuits, the law of days
 * with its diagrams) and answers every question of a situation; `overAll` has those of all situations. Answers never depend on a clock or on
 * chance; whatever passes the limits of the work says so in the answer, and what decided it otherwise.
 *
 * Dates are texts `YYYY-MM-DD`. A view is `all` (the default: readings stand side by side, none is adopted), the
 * name of a view, or that of a holder. Whatever is named may be named as it was before (`formerly`). Every method
 * throws a ComplaintError where its input names what the Rulebook does not have; complaints are worded by
 * `sayComplaint` with `engineWords`.
 */
import { type AssessOptions, assess } from './assess/assess.ts';
import type { Assessment, Receipt } from './assess/assessment.ts';
import { exactly } from './assess/exact.ts';
import { ALL_VIEWS, holdersOfView } from './assess/views.ts';
import { type Day, toDay } from './calendar/date.ts';
import { checkDay, checkSituation, checkView, meantNorm, refuse } from './check/check.ts';
import type { Circuit, FindingRoot } from './circuit/circuit.ts';
import type { Complaint } from './complaint/complaint.ts';
import type { Law } from './diagram/law.ts';
import { type LibraryOptions, LibraryParts } from './library/parts.ts';
import { type Givens, givensOf } from './reasoning/given.ts';
import { type NextQuestion, nextQuestion } from './reasoning/next-question.ts';
import { type WhatIf, whatIf } from './reasoning/what-if.ts';
import { type Why, whyNode } from './reasoning/why.ts';
import { replay } from './receipt/replay.ts';
import type { RulebookIndex } from './rulebook/index.ts';
import type { Rulebook, Text } from './rulebook/schema.ts';
import { presentNames } from './situation/former-names.ts';
import { resolveSituation } from './situation/resolved.ts';
import type { Situation } from './situation/situation.ts';

/** A situation, and the view in which it is asked about. */
export interface AskedSituation {
  readonly situation: Situation;
  readonly view?: string | undefined;
}

/** A norm in a situation: `NORM`, of all whom it binds, or `NORM@BEARER`. */
export interface AskedNorm extends AskedSituation {
  readonly norm: string;
}

/** One side of a difference: a day, what was public, a view; another library where there are two. */
export interface Side {
  readonly library?: Library | undefined;
  readonly on: string;
  readonly known?: string | undefined;
  readonly view?: string | undefined;
}

/** The law that a situation is asked of, for the parts of the house that word what it says. */
export interface LawWithGivens {
  readonly circuit: Circuit;
  readonly law: Law;
  readonly givens: Givens;
  /** The holders of the view in their order; empty for all readings. */
  readonly holders: readonly string[];
}

/**
 * Opens a library. With a Circuit that was kept from an earlier run (`circuitFromText`) nothing is compiled before
 * a question needs it.
 *
 * @example
 * const library = openLibrary(rulebook);
 * const { findings } = library.assess({ on: '2016-08-06', incidents: [], given: [] });
 */
export function openLibrary(rulebook: Rulebook, options: LibraryOptions = {}): Library {
  return new Library(new LibraryParts(rulebook, options));
}

/** A library, opened: what is made of its Rulebook, and a method for each question. */
export class Library {
  readonly #parts: LibraryParts;

  /** Use {@link openLibrary}. */
  constructor(parts: LibraryParts) {
    this.#parts = parts;
  }

  get rulebook(): Rulebook {
    return this.#parts.rulebook;
  }

  /** Looks items of the Rulebook up by name. */
  get index(): RulebookIndex {
    return this.#parts.index;
  }

  /** A hash of the sources that the engine was made from, where whoever opened the library knew it. */
  get engineHash(): string | undefined {
    return this.#parts.engineHash;
  }

  /** The Circuit for a number of incidents, of at least one. Made once. */
  circuit(incidents = 1): Circuit {
    return this.#parts.circuit(incidents);
  }

  /** The law of a day, as far as it was public on another day. Kept while few others are asked for. */
  law(on: string, known?: string, incidents = 1): Law {
    const knownDay = known === undefined ? undefined : dayOf(known);
    return this.#parts.law(dayOf(on), knownDay, this.circuit(incidents));
  }

  /** The law that a situation is asked of, with what the situation and the view settle. */
  ask({ situation, view = ALL_VIEWS }: AskedSituation): LawWithGivens {
    refuse(this.check({ situation, view }));
    const resolved = resolveSituation(this.rulebook, situation);
    const holders = holdersOfView(this.rulebook, view);
    const circuit = this.#parts.circuitOf(situation);
    const law = this.#parts.lawOf(resolved, circuit);
    return { circuit, law, givens: givensOf(law, resolved, holders), holders };
  }

  /** What is wrong with a situation and a view: days, facts, organs, incidents, values. Empty: nothing. */
  check({ situation, view = ALL_VIEWS }: AskedSituation): readonly Complaint[] {
    return [...checkSituation(this.rulebook, situation), ...checkView(this.rulebook, view)];
  }

  /**
   * Every norm's finding in a situation, with its reason, who agrees, and what would settle it. In exact logic (the
   * default) a finding is undetermined only if some completion of what is unknown makes it apply and another does
   * not; `kleene` is faster and leaves more undetermined. Reasons, agreement and what is pending are worked out when
   * they are first read.
   */
  assess(
    situation: Situation,
    { logic = 'exact', ...options }: AssessOptions & { readonly logic?: Receipt['logic'] | undefined } = {},
  ): Assessment {
    refuse(this.check({ situation, view: options.view }));
    const resolved = resolveSituation(this.rulebook, situation);
    return (logic === 'exact' ? exactly : assess)(this.#parts, resolved, options);
  }

  /** Makes an assessment again. Refuses a receipt of another form, library or engine. */
  replay(receipt: Receipt, title?: Text): Assessment {
    return replay(this.#parts, receipt, title);
  }

  /** For each bearer and incident: the smallest sets of what is given that alone suffice, or what is missing. */
  why(asked: AskedNorm): readonly { readonly root: FindingRoot; readonly why: Why }[] {
    const { law, givens } = this.ask(asked);
    return this.#roots(asked).map((root) => ({ root, why: whyNode(law, root.node, givens) }));
  }

  /** For each bearer and incident: the smallest changes, the days and the views in which it comes out otherwise. */
  whatIf(asked: AskedNorm): readonly { readonly root: FindingRoot; readonly whatIf: WhatIf }[] {
    const { law, holders } = this.ask(asked);
    const view = presentNames(this.rulebook).item(asked.view ?? ALL_VIEWS);
    const otherViews = this.rulebook.views.filter(({ id }) => id !== view);
    const options = {
      view: holders,
      otherViews: otherViews.map(({ id, holders: of }) => ({ name: id, holders: of })),
    };
    return this.#roots(asked).map((root) => ({
      root,
      whatIf: whatIf(law, root.node, asked.situation, options),
    }));
  }

  /**
   * The next best question about the findings that `about` picks (all unless said): that whose answer is expected
   * to tell most, in bits. None is left exactly where nothing that could be asked can change one of them.
   */
  next(asked: AskedSituation, about: (root: FindingRoot) => boolean = () => true): NextQuestion {
    const { circuit, law, givens } = this.ask(asked);
    const roots = circuit.findings.filter(about).map(({ node }) => node);
    return nextQuestion(law, roots, givens);
  }

  /** The findings that a question about a norm is about. */
  #roots({ norm: text, situation }: AskedNorm): readonly FindingRoot[] {
    const { norm, bearers } = meantNorm(this.rulebook, text);
    return this.#parts
      .circuitOf(situation)
      .findings.filter((root) => root.norm === norm.id && bearers.includes(root.bearer));
  }
}

function dayOf(text: string): Day {
  refuse(checkDay(text));
  return toDay(text);
}
