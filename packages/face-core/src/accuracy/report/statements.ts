/** How the figures were made; stands in every report. */
export const METHOD: readonly string[] = [
  'A pair matches if its similarity (cosine) is at or above the threshold.',
  'FMR: share of the impostor comparisons that match. FNMR: share of the genuine comparisons that do not match, end to end: a genuine pair with a photo in which no face was acquired counts as a false non-match. Impostor pairs with such a photo are left out of the FMR.',
  'The threshold at an FMR is the lowest at which no more than that share of the impostor comparisons matches.',
  'No figure is given for an FMR below 3/n; a figure that rests on fewer than 30 false matches is marked as extrapolated.',
  'Intervals of FMR, FNMR and thresholds are 95 % percentile intervals of 1,000 bootstrap replicates that draw subjects, not pairs. Intervals of counts are Clopper and Pearson’s.',
  '1:N is counted as it ships: the best person is named at or above the threshold with the lead over the second one; without the lead the answer is AMBIGUOUS, which names nobody. FPIR: share of the strangers’ searches that name somebody. FNIR: share of the searches of people who are there that do not name them, AMBIGUOUS ones among them.',
  'Accuracy over folds: the threshold is chosen on all other folds; a pair with a missed photo is wrong, whatever its label.',
];

/** What no report of this harness can claim. */
export const NOT_TESTED: readonly string[] = [
  'Presentation attacks are not tested to ISO/IEC 30107-3: no accredited laboratory, few attack instruments, no masks, no video injection.',
  'Differences between demographic groups are not measured: the data sets carry no reliable labels of age, sex or skin tone.',
  'Ageing over years, twins and close relatives are not measured.',
  'Photos of documents (passports, badges) are not measured.',
  'Web and news photos are not the cameras, light and people of your site: `face calibrate` measures those.',
];
