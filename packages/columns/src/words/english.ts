/** This package's complaints in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { ColumnsCodes } from './codes.ts';

export const english: ComplaintWords<ColumnsCodes> = {
  'too-many-combinations': ({ combinations, most }) => ({
    message: `these facts have ${combinations} combinations; a table has at most ${most}`,
    mend: 'vary fewer facts, or give some of them one value',
  }),
  'varied-and-given': ({ fact }) => ({
    message: `the fact "${fact}" is varied, and given one value as well: keep one of the two`,
  }),
  'varied-with-date': ({ fact }) => ({
    message: `the outcome hangs on the time between "${fact}" and the date, so that they cannot both be varied`,
    mend: `give one of them: the date, or "${fact}"`,
  }),
  'view-too-wide': ({ dialect, most, needed }) => ({
    message: `${dialect} allows ${most} columns in a view, and this one needs ${needed}`,
    mend: 'make one view for each group of norms',
  }),
  'default-needs-column': ({ fact }) => ({
    message: `the assumption "${fact}" is a date that is compared with the date of each row: give it as a column`,
  }),
  'wrong-name-in-column': ({ column, name, fact }) => ({
    message: `the column "${column}" names "${name}", which the fact "${fact}" cannot be`,
  }),
  'too-many-values-in-column': ({ fact }) => ({
    message: `the column of the fact "${fact}" has too many different values`,
  }),
};
