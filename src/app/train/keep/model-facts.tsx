import { formatCount } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';

/** Sizes and origin of the model that the page has now; as tall before there is one. */
export function ModelFacts() {
  const { model, run, data } = useApp();
  const info = model.info.value;
  if (!info)
    return <p class="model-facts quiet">Sizes and origin of the model stand here once there is one.</p>;
  const file = (run.origin.value?.file ?? data.file.value)?.name;
  // The generator's classes have no telling names of their own.
  const isGenerated = file === undefined && info.classNames.join() === '0,1';
  const names = info.classNames.map((_, label) =>
    className({ classNames: info.classNames, ...(isGenerated && { truths: [] }) }, label),
  );
  const facts: [name: string, value: string][] = [
    ['From', model.file.value ?? 'this training'],
    ['Trained on', info.time === null ? 'series of an unknown length' : `series of ${info.time} steps`],
    ['Classes', names.join(', ')],
    ['LSTM units', `2 × ${info.units}`],
    ['Attention', info.score === 'additive' ? `additive, ${info.attentionUnits} units` : 'dot product'],
    ['Parameters', formatCount(info.parameters)],
    ['Scaling', info.scaling === 'max' ? 'each series by its largest value' : 'none'],
  ];
  return (
    <dl class="model-facts" id="model-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
