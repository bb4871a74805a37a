/** What loading a library may know of the process and of the package that it runs in. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The library taken where none is named. Absent: the one of the tree, where there is a tree. */
  readonly packaged?: PackagedLibrary | undefined;
}

/** A library that comes with a package, built: the directories of its texts and of its artefacts. */
export interface PackagedLibrary {
  readonly texts: string;
  readonly data: string;
}
