/** No name stands for two things: norms, terms, facts and all the rest share one set of names. */
import type { AstNode, LangiumDocument } from 'langium';
import { isLibrary, type Library } from '../generated/ast.ts';
import type { Reporter } from '../problem.ts';
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
        reporter.at(element, 'name', {
          message: `the name "${name}" is taken: ${fileOf(other)}:${(other.$cstNode?.range.start.line ?? 0) + 1} already uses it`,
          mend: 'give one of the two another name',
        });
      } else seen.set(name, element);
      if (element.$type !== 'Fact') continue;
      const values = new Set<string>();
      for (const choice of element.choices) {
        if (values.has(choice.name)) {
          reporter.at(choice, 'name', {
            message: `the fact "${element.name}" lists the value "${choice.name}" twice`,
            mend: 'keep one of them',
          });
        }
        values.add(choice.name);
      }
    }
  }
}
