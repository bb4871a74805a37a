/** What a finished Rulebook declares: every name that a text beside it may use. */
import type { Rulebook } from '@anpo/engine';
import type { Position } from '@anpo/engine/rulebook';
import { URI } from 'langium';
import type { BareDeclaration, Declaration } from './declaration.ts';
import type { DeclaredDescription } from './table.ts';

interface Item {
  readonly id: string;
  readonly position: Position;
}

/** The elements of the law. Reference data (precedents, claims, events …) is named by reference data alone. */
export function descriptionsOf(rulebook: Rulebook): DeclaredDescription[] {
  const bare = (type: BareDeclaration['type'], items: readonly Item[]): DeclaredDescription[] =>
    items.map((item) => describe({ type, name: item.id }, item));
  return [
    ...rulebook.sources.map((source) =>
      describe({ type: 'Source', name: source.id, mark: source.mark }, source),
    ),
    ...rulebook.organs.map((organ) => describe({ type: 'Organ', name: organ.id, party: organ.party }, organ)),
    ...rulebook.facts.map((fact) =>
      describe(
        {
          type: 'Fact',
          name: fact.id,
          sort: fact.type,
          organs: fact.organs,
          choices: fact.choices.map(({ id }) => id),
        },
        fact,
      ),
    ),
    ...rulebook.norms.map((norm) =>
      describe({ type: 'Norm', name: norm.id, bearers: norm.bearers.map(({ id }) => ({ actor: id })) }, norm),
    ),
    ...rulebook.instruments.map((instrument) =>
      describe(
        {
          type: 'Instrument',
          name: instrument.id,
          parties: instrument.parties.map(({ party, period }) => ({
            party,
            ...(period.from === undefined ? {} : { from: period.from }),
            ...(period.until === undefined ? {} : { until: period.until }),
          })),
        },
        instrument,
      ),
    ),
    ...bare('Party', rulebook.parties),
    ...rulebook.holders.map((holder) =>
      describe({ type: 'Holder', name: holder.id, ...holder.period }, holder),
    ),
    ...bare('View', rulebook.views),
    ...bare('Place', rulebook.places),
    ...bare('Provision', rulebook.provisions),
    ...bare('Term', rulebook.terms),
    ...bare('Act', rulebook.acts),
    ...bare('Qualifier', rulebook.qualifiers),
    ...bare('Amount', rulebook.amounts),
    ...bare('Constraint', rulebook.constraints),
  ];
}

function describe(declaration: Declaration, { position }: Item): DeclaredDescription {
  const { type, name } = declaration;
  const place = { documentUri: URI.file(`/${position.file}`), path: '' };
  return {
    type,
    name,
    ...place,
    // There is no syntax tree to lead to: a node of its type stands for it.
    node: { $type: type },
    declaration,
    values:
      declaration.type === 'Fact'
        ? declaration.choices.map((choice) => ({
            type: 'Choice',
            name: choice,
            ...place,
            node: { $type: 'Choice' },
          }))
        : [],
  };
}
