import { mostLanes, signalStyle } from '../../shared/channels';
import { shortName } from './class-name';

/** The entries of a legend that tell the channels' colours. @param names of all channels. */
export function ChannelKey({ names }: { names: readonly string[] }) {
  if (names.length === 1) return <li class="of-signal">{shortName(names[0] ?? '')}</li>;
  return (
    <>
      {names.slice(0, mostLanes).map((name, channel) => (
        <li key={channel} class="of-signal" style={signalStyle(channel, names.length)}>
          {shortName(name)}
        </li>
      ))}
      {names.length > mostLanes && <li>and {names.length - mostLanes} more channels, which are not drawn</li>}
    </>
  );
}
