import { channelNamesOf, type Dataset } from '../../../data/dataset';
import { largestMagnitude } from '../../../data/largest';
import { isSineDataset } from '../../../data/sine-dataset';
import { formatCount } from '../../shared/format';
import { SeriesPlot } from '../../shared/series-plot';
import { ChannelKey } from '../series/channel-key';
import { className, regionName } from '../series/class-name';
import { describeSeries } from '../series/describe-series';
import { useApp } from '../state/app';
import { previewCount } from '../state/data';
import './gallery.css';
import { rowOf } from '../series/series-parts';

const plotHeight = 84;

/** A few of the series that a run would learn from; follows the settings at once. */
export function Gallery() {
  const { data } = useApp();
  const preview = data.preview.value;
  const count = data.shape.value?.count ?? 0;
  return (
    <section class="stack gallery" id="gallery" aria-labelledby="gallery-heading">
      <div class="row gallery-head">
        <div class="section-head">
          <h3 id="gallery-heading">What it learns from</h3>
          <p>{introduction(data.file.value?.name)}</p>
        </div>
        <button type="button" name="show-others" disabled={count <= previewCount} onClick={data.showOthers}>
          Show others
        </button>
      </div>
      {preview ? <Series dataset={preview} /> : <Nothing />}
      <footer class="row">
        <ul class="legend">
          <ChannelKey names={preview ? channelNamesOf(preview) : ['signal']} />
          {preview?.regions?.some(({ length }) => length > 0) && (
            <li class="of-region">{regionName(preview.regions)}</li>
          )}
        </ul>
        <p class="quiet">{preview ? `${preview.count} of ${formatCount(count)} series` : ''}</p>
      </footer>
    </section>
  );
}

function introduction(fileName: string | undefined): string {
  return fileName
    ? `Some of the series in ${fileName}, each on its own scale.`
    : 'Some of the waves. The network is told which are flattened, but not where.';
}

function Series({ dataset }: { dataset: Dataset }) {
  const { count, regions } = dataset;
  // Generated waves share a scale, so that their amplitudes can be compared.
  const most = isSineDataset(dataset) && Math.max(1e-9, largestMagnitude(dataset.series));
  return (
    <ol class="gallery-grid">
      {Array.from({ length: count }, (_, row) => {
        const name = className(dataset, dataset.labels[row] as number);
        const parts = describeSeries(dataset, row);
        return (
          <li key={row}>
            <SeriesPlot
              label={[name, ...parts].join(', ')}
              series={rowOf(dataset, row)}
              channels={dataset.channels}
              time={dataset.time}
              range={most ? [-most, most] : undefined}
              regions={regions?.[row]}
              height={plotHeight}
            />
            <p class="series-class">{name}</p>
            {parts.length > 0 && <p class="series-facts">{parts.join(', ')}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/** Fills the space of the series. */
function Nothing() {
  return (
    <div class="gallery-grid empty">
      <p>These settings give no series. What is wrong is shown beside the setting, under “Data”.</p>
      {Array.from({ length: previewCount }, (_, place) => (
        <div key={place} class="no-series" aria-hidden="true">
          <div style={{ height: `${plotHeight}px` }} />
          <div class="series-class">&nbsp;</div>
          <div class="series-facts" />
        </div>
      ))}
    </div>
  );
}
