/** Wires the language's services. The core runs without an editor and without a file system. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultLexer,
  EmptyFileSystem,
  type Grammar,
  GrammarAST,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type LexerResult,
  type TokenizeOptions,
} from 'langium';
import { AnpoGrammar } from './generated/grammar.ts';
import { AnpoGeneratedModule, AnpoGeneratedSharedModule } from './generated/module.ts';
import { maskProse } from './literate.ts';
import { NameTable } from './names/table.ts';
import { AnpoScopeComputation } from './names/text.ts';
import { AnpoNameProvider, AnpoScopeProvider } from './scope.ts';
import { Lookahead } from './syntax/lookahead.ts';

/** Reads only the code of a literate file. */
class LiterateLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    return super.tokenize(maskProse(text).code, options);
  }
}

export interface AnpoServices {
  readonly shared: LangiumSharedCoreServices;
  readonly language: LangiumCoreServices;
  readonly names: NameTable;
}

/**
 * Services for whole texts, or for a query that stands alone. The parser knows only the rules below the entry: to make
 * one for queries costs a third.
 */
export function createServices(entry: 'Library' | 'Query' = 'Library'): AnpoServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), AnpoGeneratedSharedModule, {
    workspace: { IndexManager: (services: LangiumSharedCoreServices) => new NameTable(services) },
  });
  const names = shared.workspace.IndexManager;
  const language = inject(createDefaultCoreModule({ shared }), AnpoGeneratedModule, {
    Grammar: () => grammarFrom(entry),
    parser: {
      Lexer: (services: LangiumCoreServices) =>
        entry === 'Library' ? new LiterateLexer(services) : new DefaultLexer(services),
      ParserConfig: () => ({ lookaheadStrategy: new Lookahead() }),
    },
    references: {
      NameProvider: () => new AnpoNameProvider(),
      ScopeComputation: (services: LangiumCoreServices) => new AnpoScopeComputation(services),
      ScopeProvider: () =>
        new AnpoScopeProvider(names, (info) => shared.AstReflection.getReferenceType(info)),
    },
  });
  shared.ServiceRegistry.register(language);
  return { shared, language, names };
}

function grammarFrom(entry: string): Grammar {
  const grammar = AnpoGrammar();
  return {
    ...grammar,
    rules: grammar.rules.map((rule) =>
      GrammarAST.isParserRule(rule) && rule.entry !== (rule.name === entry)
        ? { ...rule, entry: rule.name === entry }
        : rule,
    ),
  };
}
