/** What a text declares: the heads of its elements, read from its syntax tree. */
import {
  type AstNodeDescription,
  DefaultScopeComputation,
  type LangiumDocument,
  type LocalSymbols,
  MultiMap,
} from 'langium';
import * as ast from '../generated/ast.ts';
import type { Declaration } from './declaration.ts';
import type { DeclaredDescription } from './table.ts';

export class AnpoScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(document: LangiumDocument): Promise<DeclaredDescription[]> {
    const library = document.parseResult.value;
    if (!ast.isLibrary(library)) return [];
    return library.elements.flatMap((element) => {
      const name = this.nameProvider.getName(element);
      if (!name) return [];
      return [
        Object.assign(this.descriptions.createDescription(element, name, document), {
          declaration: declarationIn(element, name),
          values: this.#values(element, document),
        }),
      ];
    });
  }

  /** Names are visible across the whole library: nothing is local. */
  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return new MultiMap();
  }

  #values(element: ast.Element, document: LangiumDocument): AstNodeDescription[] {
    return ast.isFact(element)
      ? element.choices
          .filter((choice) => choice.name)
          .map((choice) => this.descriptions.createDescription(choice, choice.name, document))
      : [];
  }
}

/** `name` is the full name of the element: that of a provision has its instrument before it. */
function declarationIn(node: ast.Element, name: string): Declaration {
  switch (node.$type) {
    case 'Fact':
      return {
        type: node.$type,
        name,
        sort: node.type,
        organs: node.organs.map((organ) => organ.$refText),
        choices: node.choices.map((choice) => choice.name),
      };
    case 'Norm':
      return {
        type: node.$type,
        name,
        bearers: node.bearers.map((bearer) =>
          bearer.$type === 'ActorBearer'
            ? { actor: bearer.actor.$refText }
            : { partiesTo: bearer.instrument.$refText },
        ),
      };
    case 'Instrument':
      return {
        type: node.$type,
        name,
        parties: (node.clauses.find(ast.isPartiesClause)?.parties ?? []).map(({ party, from, until }) => ({
          party: party.$refText,
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
        })),
      };
    case 'Organ':
      return { type: node.$type, name, party: node.party.$refText };
    case 'Holder':
      return { type: node.$type, name, from: node.from, until: node.until };
    case 'Source':
      return { type: node.$type, name, mark: node.mark };
    default:
      return { type: node.$type, name };
  }
}
