/** What loading a library may know of the process: its environment variables. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
}
