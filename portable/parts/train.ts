/** The task of the article, or a smaller one, trained whole. */
import articleConfig from '../../configs/article.json?raw';
import quickConfig from '../../configs/quick.json?raw';
import { parseRunConfig } from '../../src/data/config';
import { accuracy, confusionMatrix } from '../../src/model/report/metrics/confusion';
import { predictedClasses } from '../../src/model/report/metrics/output';
import { Session } from '../../src/model/session/session';
import { say } from '../records';

const configs = { article: articleConfig, quick: quickConfig };

export async function measureTraining(name: string, seed: number): Promise<void> {
  const text = configs[name as keyof typeof configs];
  if (!text)
    throw new Error(`There is no configuration '${name}'; there are ${Object.keys(configs).join(', ')}.`);
  const config = { ...parseRunConfig(text, `${name}.json`), seed };
  const session = new Session();
  await session.initialise('webgpu', { tune: false });
  await session.generate(config, seed);
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const { steps, bestEpoch, validationAccuracy, variants } = await session.train(config, (event) => {
    if (event.type !== 'epoch') return;
    const { epoch, validationAccuracy } = event;
    say({ part: 'epoch', seed, epoch, seconds: elapsed(), validationAccuracy });
  });
  const seconds = elapsed();
  const { labels, classNames } = await session.part('test');
  const { probabilities } = await session.predict('test');
  const predicted = predictedClasses({ labels, probabilities, classNames });
  const testAccuracy = accuracy(confusionMatrix(labels, predicted, classNames.length));
  const measured = { steps, bestEpoch, validationAccuracy, testAccuracy, variants };
  say({ part: 'train', config: name, seed, seconds, ...measured });
}
