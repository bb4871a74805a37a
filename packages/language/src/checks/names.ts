/** No name stands for two things: norms, terms, facts and all the rest share one set of names. */
import type { AstNode, LangiumDocument } from 'langium';
import { isLibrary, type Library } from '../generated/ast.ts';
import { languageComplaint, type Reporter } from '../problem.ts';
import { instrumentBefore } from '../scope.ts';

export function checkNames(
  documents: readonly LangiumDocument[],
  reporter: Reporter,
  fileOf: (node: AstNode) => string,
): void {
  const seen = new Map<string, AstNode>();
  for (const document of documents) {
    const root = document.parseResult.value;
    if (!isLibrary(root)) continue;
    for (const element of (root as Library).elements) {
      const name =
        element.$type === 'Provision' ? `${instrumentBefore(element) ?? ''}/${element.name}` : element.name;
      if (name === undefined) continue;
      const other = seen.get(name);
      if (other) {
        const line = (other.$cstNode?.range.start.line ?? 0) + 1;
        reporter.at(element, 'name', languageComplaint('name-taken', { name, file: fileOf(other), line }));
      } else seen.set(name, element);
      if (element.$type !== 'Fact') continue;
      const values = new Set<string>();
      for (const choice of element.choices) {
        if (values.has(choice.name)) {
          const data = { fact: element.name, value: choice.name };
          reporter.at(choice, 'name', languageComplaint('value-listed-twice', data));
        }
        values.add(choice.name);
      }
    }
  }
}
