/** A query decided by diagrams: exactly, readings that part told apart from situations that do. */
import { ALWAYS, type Diagram, not } from '../../diagram/manager.ts';
import { type Allowed, forAll } from '../../diagram/quantify.ts';
import type { Variable } from '../../diagram/variables.ts';
import { canHold } from '../../diagram/walk.ts';
import { openClasses } from '../given.ts';
import { completeWorld, type ExampleSituation, exampleSituation } from '../world.ts';
import type { AskedQuery } from './asked-query.ts';
import type { Proof, ProofOutcome } from './proof.ts';

/** What one distinct law within the period makes of the query. */
interface Part {
  readonly scene: number;
  readonly premise: Diagram;
  readonly goal: Diagram;
  readonly possible: Diagram;
  readonly allowed: Allowed;
}

/** Undefined where a diagram passed its allowance. */
export function proveByDiagram(asked: AskedQuery): Proof | undefined {
  return new ByDiagram(asked).prove();
}

class ByDiagram {
  readonly #asked: AskedQuery;

  constructor(asked: AskedQuery) {
    this.#asked = asked;
  }

  prove(): Proof | undefined {
    const parts = this.#asked.liveFirst().map((scene) => this.#diagrams(scene));
    if (parts.includes(undefined)) return undefined;
    const known = parts as readonly Part[];
    const result = this.#decide(known);
    return result && { ...result, ...this.#asked.frame('diagram', this.#restsOn(known, result.outcome)) };
  }

  /**
   * Assumptions without which it would come to something else: those are dropped, one after the other, without which
   * it comes to the same.
   */
  #restsOn(parts: readonly Part[], outcome: ProofOutcome): readonly string[] {
    const assumed = this.#asked.assumed();
    const isSame = (kept: readonly string[]): boolean => {
      const freed = new Set(assumed.filter((fact) => !kept.includes(fact)));
      const open = parts.map((part) => ({ ...part, allowed: this.#asked.allowed(part.scene, freed) }));
      return this.#decide(open, false)?.outcome === outcome;
    };
    if (assumed.length === 0 || isSame([])) return [];
    let kept = assumed;
    for (const fact of assumed) {
      const fewer = kept.filter((each) => each !== fact);
      if (isSame(fewer)) kept = fewer;
    }
    return kept;
  }

  /** What it comes to; with the situations that show it, unless none are wanted. */
  #decide(
    known: readonly Part[],
    shown = true,
  ): Pick<Proof, 'outcome' | 'witness' | 'counterexample' | 'inPart'> | undefined {
    const { manager } = this.#asked.law;
    return this.#asked.law.attempt(() => {
      if (this.#asked.query.quantifier === 'possible') return this.#possible(known, shown);
      let witness: ExampleSituation | undefined;
      let counterexample: ExampleSituation | undefined;
      let contested = false;
      let fails = false;
      let premiseHolds = false;
      for (const part of known) {
        const premise = manager.and(part.premise, part.possible);
        premiseHolds ||= canHold(manager, premise, part.allowed);
        if (shown) witness ??= this.#example(part, manager.and(premise, part.goal), true);
        const against = manager.and(premise, not(part.goal));
        if (!canHold(manager, against, part.allowed)) continue;
        if (shown) counterexample ??= this.#example(part, against, false);
        if (this.#dependsOnReadings(part, against)) contested = true;
        else fails = true;
      }
      const outcome: ProofOutcome = !premiseHolds
        ? 'vacuous'
        : fails
          ? 'fails'
          : contested
            ? 'contested'
            : 'holds';
      return { outcome, witness, counterexample, inPart: outcome !== 'holds' && witness !== undefined };
    });
  }

  #possible(parts: readonly Part[], shown: boolean): Pick<Proof, 'outcome' | 'witness' | 'inPart'> {
    const { manager } = this.#asked.law;
    let contested = false;
    let found: ExampleSituation | undefined;
    for (const part of parts) {
      const wanted = manager.all([part.premise, part.possible, part.goal]);
      if (!canHold(manager, wanted, part.allowed)) continue;
      const witness = shown ? this.#example(part, wanted, true) : undefined;
      found ??= witness;
      if (!this.#dependsOnReadings(part, wanted)) return { outcome: 'holds', witness, inPart: false };
      contested = true;
    }
    return contested
      ? { outcome: 'contested', witness: found, inPart: true }
      : { outcome: 'fails', inPart: false };
  }

  /** Whether such situations exist in some adopted readings, and in others none though the premises can hold. */
  #dependsOnReadings({ premise, possible, allowed, scene }: Part, worlds: Diagram): boolean {
    const { law } = this.#asked;
    const { manager } = law;
    const isFact = (level: number): boolean => (law.variables[level] as Variable).question.kind !== 'reading';
    const noneExist = forAll(manager, not(worlds), isFact, allowed);
    const vacuous = forAll(manager, not(manager.and(premise, possible)), isFact, allowed);
    return canHold(manager, manager.and(noneExist, not(vacuous)), this.#held(allowed, scene));
  }

  #held(allowed: Allowed, scene: number): Allowed {
    return this.#asked.law.variables.map(
      ({ question }, level) =>
        allowed[level] ??
        (question.kind === 'reading' ? openClasses(this.#asked.law, level, scene) : undefined),
    );
  }

  #diagrams(scene: number): Part | undefined {
    const { law } = this.#asked;
    const { left, right, when } = this.#asked.part;
    const [of, other, premise] = [left, right, when].map((node) =>
      node === undefined ? ALWAYS : law.diagram(node, scene),
    );
    if (of === undefined || other === undefined || premise === undefined) return undefined;
    const possible = law.possible([of, other, premise], scene);
    if (possible === undefined) return undefined;
    const combined = law.attempt(() => this.#combine(of, other, premise));
    return combined && { scene, possible, allowed: this.#asked.allowed(scene), ...combined };
  }

  #combine(left: Diagram, right: Diagram, when: Diagram): { premise: Diagram; goal: Diagram } {
    const { manager } = this.#asked.law;
    switch (this.#asked.query.quantifier) {
      case 'always':
      case 'possible':
        return { premise: when, goal: left };
      case 'never':
        return { premise: when, goal: not(left) };
      case 'implies':
        return { premise: manager.and(when, left), goal: right };
      case 'equivalent':
        return { premise: when, goal: manager.ite(left, right, not(right)) };
    }
  }

  /** A world as a situation; thrown out loud where the plain evaluator does not agree with the diagram. */
  #example(part: Part, worlds: Diagram, goalHolds: boolean): ExampleSituation | undefined {
    const nodes = this.#asked.roots().map((root) => this.#asked.law.restricted(root, part.scene));
    const found = completeWorld(this.#asked.law, worlds, nodes, part.allowed, part.scene);
    if (!found) return undefined;
    const situation = exampleSituation(this.#asked.law, found, part.scene);
    this.#asked.recheck(situation, goalHolds);
    return situation;
  }
}
