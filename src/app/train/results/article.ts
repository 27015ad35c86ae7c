import type { CompleteConfig } from '../../../data/config';

/** The article that the task comes from. */
export const article = {
  author: 'Piero Paialunga',
  title: 'Hands-On Attention Mechanism for Time Series Classification, with Python',
  where: 'Towards Data Science, 2025',
  link: 'https://towardsdatascience.com/hands-on-attention-mechanism-for-time-series-classification-with-python/',
};

/** What the article reports for its 2,000 test series, from the predicted classes alone. */
export const articleFigures = {
  accuracy: 0.9775,
  f1: 0.9769,
  rocAucFromPredictions: 0.9774,
  confusion: [
    [1002, 14],
    [31, 953],
  ],
};

/** Whether figures for generated series can be compared with the article's. */
export function isArticleTask(config: CompleteConfig, isFile: boolean): boolean {
  return !isFile && config.num_points === 500;
}
