import { describePreparation } from '../../../data/preparation/preparation';
import { formatCount } from '../../shared/format';
import { useClassNames } from '../series/use-class-names';
import { useApp } from '../state/app';

/** Size and origin of the current model; equally tall before there is one. */
export function ModelFacts() {
  const { model } = useApp();
  const names = useClassNames();
  const info = model.info.value;
  if (!info)
    return <p class="model-facts quiet">The model’s size and origin appear here once there is one.</p>;
  const facts: [name: string, value: string][] = [
    ['From', model.file.value ?? 'this training'],
    ['Trained on', info.time === null ? 'series of an unknown length' : `series of ${info.time} steps`],
    ['Classes', names.join(', ')],
    ['LSTM units', `2 × ${info.units}`],
    ['Attention', info.score === 'additive' ? `additive, ${info.attentionUnits} units` : 'dot product'],
    ['Parameters', formatCount(info.parameters)],
    ['Preparation', describePreparation(info.preparation)],
    ...(info.notes ?? []).map((note): [string, string] => ['Assumed', note]),
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
