/** What a reference wants, in plain words, by the type of its target. */
const nouns: ReadonlyMap<string, string> = new Map([
  ['Referable', 'fact, term, norm or instrument'],
  ['Value', 'value, place or party'],
  ['Actor', 'party or organ'],
  ['Viewpoint', 'view or holder'],
  ['ValueSource', 'fact or amount'],
  ['Evidence', 'provision, instrument or other entry'],
]);

export const nounOf = (type: string): string => nouns.get(type) ?? type.toLowerCase();

export const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
