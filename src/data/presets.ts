/** The configurations that come with the project, by name: `gatewave train --preset`, `?preset=` of the training page. */
import articleConfig from '../../configs/article.json';
import quickConfig from '../../configs/quick.json';

export const presetConfigs = {
  /** Series of 100 points, trained in a minute or two. */
  quick: quickConfig,
  /** The task of the article at full size: 10,000 series of 500 points. */
  article: articleConfig,
} as const satisfies Record<string, object>;

export type PresetName = keyof typeof presetConfigs;
export const presetNames = Object.keys(presetConfigs) as PresetName[];
