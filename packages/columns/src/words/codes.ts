/** What this package may complain of: each code with the data that its words need. */
import { complaintsOf } from '@anpo/engine/complaint';

// A type and not an interface: only a type fits an index signature.
export type ColumnsCodes = {
  'too-many-combinations': { combinations: number; most: number };
  /** A fact that a table both varies and holds at one value. */
  'varied-and-given': { fact: string };
  /** A date fact that is compared with the date by the time between them, while both vary. */
  'varied-with-date': { fact: string };
  'view-too-wide': { dialect: string; most: number; needed: number };
  /** An assumption that is a date, compared with the date of each row. */
  'default-needs-column': { fact: string };
  /** A column whose dictionary names what its fact cannot be. */
  'wrong-name-in-column': { column: string; name: string; fact: string };
  'too-many-values-in-column': { fact: string };
};

export const columnsComplaint = complaintsOf<ColumnsCodes>();
