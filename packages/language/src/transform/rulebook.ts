/** Gathers all elements of the library's documents into one Rulebook. Norms take the provision they stand under. */
import { emptyRulebook, type Rulebook } from '@anpo/engine';
import type { Instrument, Provision } from '@anpo/engine/rulebook';
import type * as ast from '../generated/ast.ts';
import { languageComplaint } from '../problem.ts';
import { amountOf } from './amounts.ts';
import { claimOf, precedentOf, statementOf } from './cases.ts';
import type { TransformContext } from './context.ts';
import { enterFormerNames } from './former-names.ts';
import { instrumentOf, provisionOf } from './instruments.ts';
import { normOf } from './norms.ts';
import { commitmentOf, eventOf, facilityOf, glossaryEntryOf, stanceOf } from './reference-data.ts';
import { holderOf, organOf, partyOf, placeOf, sourceOf, viewOf } from './registers.ts';
import { actFrom, constraintOf, factFrom, qualifierOf, termOf } from './terms.ts';

export function rulebookOf(
  context: TransformContext,
  libraries: readonly ast.Library[],
  hash: string,
): Rulebook {
  const rulebook = emptyRulebook(hash);
  for (const library of libraries) addLibrary(context, rulebook, library);
  enterFormerNames(rulebook, libraries);
  return rulebook;
}

/** The parts of a library as one Rulebook, in their order. */
export function joinRulebooks(parts: readonly Rulebook[], hash: string): Rulebook {
  const lists = new Map<string, unknown[]>();
  for (const part of parts)
    for (const [key, items] of Object.entries(part))
      if (Array.isArray(items)) lists.set(key, (lists.get(key) ?? []).concat(items));
  return { ...emptyRulebook(hash), ...Object.fromEntries(lists) };
}

function addLibrary(context: TransformContext, rulebook: Rulebook, library: ast.Library): void {
  let instrument: Instrument | undefined;
  let provision: Provision | undefined;
  let outside = false;
  for (const element of library.elements) {
    switch (element.$type) {
      case 'Source':
        rulebook.sources.push(sourceOf(context, element));
        break;
      case 'Party':
        rulebook.parties.push(partyOf(context, element));
        break;
      case 'Organ':
        rulebook.organs.push(organOf(context, element));
        break;
      case 'Holder':
        rulebook.holders.push(holderOf(context, element));
        break;
      case 'View':
        rulebook.views.push(viewOf(context, element));
        break;
      case 'Place':
        rulebook.places.push(placeOf(context, element));
        break;
      case 'Qualifier':
        rulebook.qualifiers.push(qualifierOf(context, element));
        break;
      case 'Constraint':
        rulebook.constraints.push(constraintOf(context, element));
        break;
      case 'Precedent':
        rulebook.precedents.push(precedentOf(context, element));
        break;
      case 'Statement':
        rulebook.statements.push(statementOf(context, element));
        break;
      case 'Claim':
        rulebook.claims.push(claimOf(context, element));
        break;
      case 'Fact':
        rulebook.facts.push(factFrom(context, element, provision?.id));
        break;
      case 'Term':
        rulebook.terms.push(termOf(context, element, provision?.id));
        break;
      case 'Act':
        rulebook.acts.push(actFrom(context, element, provision?.id));
        break;
      case 'Amount':
        rulebook.amounts.push(amountOf(context, element, instrument, provision));
        break;
      case 'Facility':
        rulebook.facilities.push(facilityOf(context, element));
        break;
      case 'Event':
        rulebook.events.push(eventOf(context, element));
        break;
      case 'Commitment':
        rulebook.commitments.push(commitmentOf(context, element));
        break;
      case 'Stance':
        rulebook.stances.push(stanceOf(context, element));
        break;
      case 'GlossaryEntry':
        rulebook.glossary.push(glossaryEntryOf(context, element));
        break;
      case 'Instrument':
        instrument = instrumentOf(context, element);
        provision = undefined;
        outside = false;
        rulebook.instruments.push(instrument);
        break;
      case 'Provision':
        if (!instrument) {
          outside = true;
          const complaint = languageComplaint('provision-outside', { provision: element.name });
          context.reporter.at(element, 'name', complaint);
          break;
        }
        provision = provisionOf(context, element, instrument.id);
        rulebook.provisions.push(provision);
        break;
      case 'Norm':
        if (!instrument || !provision) {
          // Under a provision outside an instrument it is that which wants mending.
          if (outside) break;
          context.reporter.at(element, 'name', languageComplaint('norm-outside', { norm: element.name }));
          break;
        }
        rulebook.norms.push(normOf(context, element, instrument, provision));
        break;
    }
  }
}
