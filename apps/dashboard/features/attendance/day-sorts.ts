/** Orders of the register that can be chosen; by name is what it has without a choice. */
export const DAY_SORTS = ['EMPLOYEE_NUMBER_ASC', 'LATE_MINUTES_DESC', 'WORKED_MINUTES_DESC'] as const;
