/** Where somebody works, and since when. */
export interface DemoPost {
  readonly department: (typeof DEMO_DEPARTMENTS)[number];
  /** `YYYY-MM-DD`, long before the month of the demo. */
  readonly joiningDate: string;
}

export const DEMO_DEPARTMENTS = ['Administration', 'Customer service', 'Dispatch', 'Development'] as const;

/** By the number of the person. */
export const DEMO_POSTS: Readonly<Record<string, DemoPost>> = {
  '1001': { department: 'Administration', joiningDate: '2017-03-01' },
  '1002': { department: 'Development', joiningDate: '2019-09-16' },
  '1003': { department: 'Dispatch', joiningDate: '2020-02-03' },
  '1004': { department: 'Customer service', joiningDate: '2018-06-01' },
  '1005': { department: 'Dispatch', joiningDate: '2021-11-15' },
  '1006': { department: 'Development', joiningDate: '2022-04-01' },
  '1007': { department: 'Customer service', joiningDate: '2023-01-09' },
  '1008': { department: 'Dispatch', joiningDate: '2019-05-20' },
  '1009': { department: 'Customer service', joiningDate: '2024-08-01' },
  '1010': { department: 'Administration', joiningDate: '2016-10-04' },
  '1011': { department: 'Dispatch', joiningDate: '2023-07-17' },
  '1012': { department: 'Development', joiningDate: '2025-02-03' },
};
