import { formatCount, formatPercent } from '../../shared/format';
import { Term } from '../../shared/glossary';
import { ShareBar } from '../../shared/share-bar';
import { regionName, regionWord } from '../series/class-name';
import { useApp } from '../state/app';

/** Whether the attention lies where the regions are. */
export function LocalisationPanel() {
  const { results } = useApp();
  const test = results.results.value?.test;
  const found = results.localisation.value;
  if (!test?.regions) return null;
  const name = found ? regionWord(found.name) : regionName(test.regions);
  const within =
    found && `… and within ${found.tolerance === 1 ? '1 step' : `${found.tolerance} steps`} of it`;
  return (
    <div class="localisation stack">
      <h3>Does it look at the {name}?</h3>
      {found && within ? (
        <>
          <p>
            Averaged over the {formatCount(found.series)} series whose {name} is marked,{' '}
            {formatPercent(found.inside)} of the <Term word="attention" /> is inside it:{' '}
            {describe(found.inside / found.chanceInside)}.
          </p>
          <ChanceBar name={`Attention inside the ${name}`} share={found.inside} chance={found.chanceInside} />
          <ChanceBar name={within} share={found.near} chance={found.chanceNear} />
          <ChanceBar name={`Peak inside the ${name}`} share={found.peakInside} chance={found.chanceInside} />
          <ChanceBar name={within} share={found.peakNear} chance={found.chanceNear} />
          <p class="quiet">
            The mark on each bar is what evenly spread attention would have. A network that reads in both
            directions can also look just behind its end: the units there have seen all of it.
          </p>
        </>
      ) : (
        <p>No test series has one.</p>
      )}
    </div>
  );
}

function describe(factor: number): string {
  if (factor >= 1.15) return `${factor.toFixed(1)} times what evenly spread attention would have there`;
  if (factor > 0.85) return 'about what evenly spread attention would have there';
  return 'less than evenly spread attention would have there';
}

function ChanceBar({ name, share, chance }: { name: string; share: number; chance: number }) {
  return (
    <div class="chance-bar">
      <span>{name}</span>
      <span>
        {formatPercent(share)} <span class="quiet">chance {formatPercent(chance)}</span>
      </span>
      <ShareBar share={share} mark={chance} />
    </div>
  );
}
