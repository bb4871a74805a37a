/** Links texts: enters the names they declare, then finds what each reference stands for. */
import { DocumentState, type LangiumDocument } from 'langium';
import type { AnpoServices } from './services.ts';

/** Enters the names that a text declares, in place of those it declared before. */
export async function declare(services: AnpoServices, document: LangiumDocument): Promise<void> {
  await services.names.updateContent(document);
  document.state = DocumentState.ComputedScopes;
}

/** Finds what its references stand for, anew where that was found before. All names must be entered. */
export async function link({ language }: AnpoServices, document: LangiumDocument): Promise<void> {
  const { Linker } = language.references;
  Linker.unlink(document);
  await Linker.link(document);
  document.state = DocumentState.Linked;
}
