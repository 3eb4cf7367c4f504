/** What is wrong with a field: a text of the catalogue and its argument. */
export interface FieldFault {
  readonly key:
    | 'numberNeeded'
    | 'numberTooLong'
    | 'nameNeeded'
    | 'nameTooLong'
    | 'emailInvalid'
    | 'leavingBeforeJoining'
    | 'fieldNeeded'
    | 'notANumber';
  readonly max: number;
}
