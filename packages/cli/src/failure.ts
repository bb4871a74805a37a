/** A failure that is the user's to mend: printed without a stack trace, and ending with the exit code it names. */

/** 0 done, whatever was found; 1 a check failed; 2 bad input. */
export type ExitCode = 0 | 1 | 2;

export interface Complaint {
  /** Where: `file:line:column`, a flag, or nothing where the message says it. */
  readonly where?: string | undefined;
  readonly message: string;
  readonly nearest?: readonly string[] | undefined;
  readonly mend?: string | undefined;
}

export class Failure extends Error {
  readonly complaints: readonly Complaint[];
  readonly exitCode: ExitCode;

  constructor(complaints: readonly Complaint[], exitCode: ExitCode = 2) {
    super(complaints.map((complaint) => complaint.message).join('\n'));
    this.name = 'Failure';
    this.complaints = complaints;
    this.exitCode = exitCode;
  }
}

export const fail = (complaint: Complaint): never => {
  throw new Failure([complaint]);
};
