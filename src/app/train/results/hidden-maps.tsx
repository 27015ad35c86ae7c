import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Inspection } from '../../../model/network/inspection';
import { divergingGradient } from '../../shared/diverging';
import { useDark } from '../../shared/use-media';
import { regionName } from '../series/class-name';
import { UnitMap } from '../series/unit-map';
import type { Inspected } from '../state/inspection';
import { orderUnits } from './hidden-order';

interface HiddenMapsProps {
  inspected: Inspected;
  /** What is drawn over both pictures. */
  cursor: ComponentChildren;
  /** What a pointer does on them. */
  pointing: JSX.HTMLAttributes<HTMLDivElement>;
}

/** The output of each unit of the BiLSTM at each step, for each direction. */
export function HiddenMaps({ inspected, cursor, pointing }: HiddenMapsProps) {
  const { inspection, selected } = inspected;
  const isDark = useDark();
  const directions = useMemo(() => {
    const { forward, backward } = orderUnits(inspection, selected.regions);
    return [
      { name: 'Forwards', help: 'reads from the left', units: forward },
      { name: 'Backwards', help: 'reads from the right', units: backward },
    ].map((direction) => ({ ...direction, range: describeUnits(inspection, direction.units) }));
  }, [inspected]);
  const isMarked = selected.regions.length > 0;
  return (
    <div class="hidden-maps stack">
      <h4>What each unit does, step by step</h4>
      <p class="quiet">
        Each row is a unit of the network, each column a step.{' '}
        {isMarked
          ? `Units that rise inside the ${regionName([selected.regions])} are on top, those that fall there are at the bottom.`
          : 'Units that are high where the attention is are on top.'}
      </p>
      <div class="row quiet">
        <span>−1</span>
        <span class="gradient" style={{ background: divergingGradient(isDark) }} />
        <span>1</span>
      </div>
      {directions.map(({ name, help, units, range }) => (
        <figure key={name}>
          <figcaption>
            <strong>{name}</strong> {help}
          </figcaption>
          <div class="map-place" {...pointing}>
            <UnitMap
              inspection={inspection}
              units={units}
              label={`${name}: ${units.length} units over ${inspection.time} steps. ${range}`}
            />
            {cursor}
          </div>
        </figure>
      ))}
    </div>
  );
}

/** The range of the units' values, in a sentence. */
function describeUnits({ hidden, features, time }: Inspection, units: readonly number[]): string {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < time; step++) {
    for (const unit of units) {
      const value = hidden[step * features + unit] as number;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return `Their values go from ${least.toFixed(2)} to ${most.toFixed(2)}.`;
}
