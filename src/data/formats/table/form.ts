import { DataError } from '../../errors';
import { columnOf, type Draft, namesOf, quoted } from './draft';
import { isIdName, isLabelName, isPersonName, isSensorName, isTimeName } from './names';
import { momentOf, numberedColumns, type Profile, rises } from './profile';

type Form = 'wide' | 'long' | 'log';

/** Fewer channels than this are not numbered moments of one series. */
const fewValues = 8;
/** A recording has more rows than this. */
const fewRows = 40;

/**
 * Whether a row is a series or a moment of one, from what the user says or from columns of ids and times. Fills in these
 * columns.
 * @throws DataError for a recording, a row a moment, unless a window is given.
 */
export function findForm(draft: Draft): Form {
  const { rows, window } = draft.options;
  if (rows === 'series') return 'wide';
  if (draft.time < 0 && draft.options.id === undefined && rows !== 'moments') {
    draft.time = findTime(draft);
  } else if (draft.time < 0) {
    draft.time = draft.profiles.findIndex((profile) => isTime(profile) && isTimeName(profile.name));
  }
  if (window !== undefined) return 'log';
  if (draft.id >= 0 && (draft.time >= 0 || rows === 'moments' || recurs(draft, draft.id))) return 'long';
  if (draft.id >= 0) return 'wide';
  const form = draft.time >= 0 ? formInTime(draft) : formOutOfTime(draft);
  if (form !== 'wide') return form;
  if (rows === 'moments') throw needsWindow(draft, 'as --rows says');
  draft.time = -1;
  return 'wide';
}

/** A column of moments: by its name, or the first one where it holds dates or stamps that rise evenly. */
function findTime(draft: Draft): number {
  const { profiles, hasHeader } = draft;
  if (hasHeader) {
    const named = profiles.find((profile) => isTimeName(profile.name) && isTime(profile));
    if (named) return named.index;
  }
  const [first] = profiles;
  if (!first || (hasHeader && isIdName(first.name) && first.name !== '')) return findCounter(draft);
  const moments = contiguousMoments(draft, 0);
  const steps = moments.slice(1).map((moment, i) => moment - (moments[i] as number));
  const isStamp = first.isNumeric && (moments[0] as number) > 1e8 && rises(moments);
  const isClock =
    first.isNumeric &&
    rises(moments) &&
    moments.length >= 8 &&
    !isCount(steps) &&
    isEven(steps) &&
    hasRuns(draft);
  if ((first.isDate || isStamp || isClock) && rises(moments)) return 0;
  return findCounter(draft);
}

/** Without names: a column that counts up and begins anew whenever the one before it changes. */
function findCounter(draft: Draft): number {
  const { profiles, hasHeader, body, contiguous, options } = draft;
  const label = options.label === 'first' ? 0 : options.label === 'last' ? profiles.length - 1 : -1;
  if (hasHeader || profiles.length < 3 || profiles.length > fewValues || contiguous < 6) return -1;
  const rows = body.slice(0, contiguous);
  for (const [id, time] of [
    [0, 1],
    [1, 0],
  ] as const) {
    if (id === label || time === label || !profiles[time]?.isWhole || !recurs(draft, id)) continue;
    let [restarts, goesOn] = [0, 0];
    const holds = rows.every((row, i) => {
      const previous = rows[i - 1];
      if (!previous) return true;
      const difference = Number(row[time]) - Number(previous[time]);
      if (row[id] === previous[id]) {
        goesOn += 1;
        return difference === 1;
      }
      restarts += 1;
      return difference <= 0;
    });
    if (holds && 2 * goesOn >= rows.length && (restarts > 0 || Number(rows[0]?.[time]) <= 1)) {
      draft.id = id;
      draft.guesses.push(
        `Column ${id + 1} is taken for the series of a row, column ${time + 1} for its moment.`,
      );
      return time;
    }
  }
  return -1;
}

function isTime({ isWhole, isNumeric, isDate, texts }: Profile): boolean {
  return isWhole || isDate || (isNumeric && texts.every((text) => !Number.isNaN(momentOf(text))));
}

/** With a column of moments: one recording where they rise throughout, else several series that something must name. */
function formInTime(draft: Draft): Form {
  const { profiles, guesses, time, hasHeader } = draft;
  if (draft.id >= 0) return 'long';
  const moments = contiguousMoments(draft, time);
  const values = profiles.filter(({ isNumeric, index }) => isNumeric && index !== time);
  const named = profiles[time] as Profile;
  const numbered = hasHeader
    ? Math.max(0, ...[...numberedColumns(values).values()].map((columns) => columns.length))
    : 0;
  const isManySteps = hasHeader ? numbered >= 3 : values.length >= 4;
  // A date beside numbered values says when a series was recorded.
  if (named.isDate && isManySteps && !(rises(moments) && (hasRuns(draft) || !hasLabel(draft)))) return 'wide';
  const candidates = profiles.filter(({ index }) => index !== time && isSeriesOf(draft, index, time));
  const ids = hasHeader
    ? profiles.filter(
        ({ index, name }) => index !== time && (isIdName(name) || isPersonName(name)) && recurs(draft, index),
      )
    : [];
  const [id] = ids.length > 0 ? ids : candidates;
  if (rises(moments) && ids.length === 0) {
    if (numbered >= fewValues && values.length > fewValues && moments.length < fewRows) {
      throw cannotTell(draft);
    }
    throw needsWindow(draft, `${columnOf(draft, time)} rises from row to row`);
  }
  if (!id) {
    if (moments.length < 3) return 'wide';
    throw new DataError(
      `${draft.fileName}: rows look like moments (there is a column ${quoted(named.name)}), but it cannot be told which rows belong to one series. ` +
        'Name the column that says it with --id NAME; for one recording give --window 128; if each row is a series, --rows series.',
    );
  }
  if (ids.length !== 1 && candidates.length > 1) {
    const names = (ids.length > 1 ? ids : candidates).map(({ name }) => quoted(name)).join(' and ');
    throw new DataError(
      `${draft.fileName}: ${names} could each say which series a row belongs to. Name one with --id NAME.`,
    );
  }
  draft.id = id.index;
  guesses.push(
    `A row is taken for a moment (${quoted(named.name)}) of the series that ${quoted(id.name)} names (--id and --time say otherwise).`,
  );
  return 'long';
}

/** Whether a column's values recur, no two rows with the same value having the same moment. */
function isSeriesOf(draft: Draft, column: number, time: number): boolean {
  const profile = draft.profiles[column] as Profile;
  if (profile.isNumeric && !profile.isWhole) return false;
  if (profile.distinct < 2 || 1.5 * profile.distinct > profile.texts.length) return false;
  if (draft.hasHeader && isLabelName(profile.name, namesOf(draft.profiles))) return false;
  const rows = draft.body.slice(0, draft.contiguous);
  return new Set(rows.map((row) => `${row[column]}\n${row[time]}`)).size === rows.length;
}

/** Without a column of moments: an id that recurs, or few channels whose label hardly ever changes. */
function formOutOfTime(draft: Draft): Form {
  const { profiles, hasHeader, separator, fileName } = draft;
  const channels = profiles.filter((profile) => profile.isNumeric && !isBeside(profile, draft));
  if (hasHeader) {
    const numbered = [...numberedColumns(channels).values()].flat().length;
    if (channels.length > 2 * fewValues || numbered >= 2) return 'wide';
    const id = profiles.find(
      ({ index, name }) => isIdName(name) && name !== '' && !isPersonName(name) && recurs(draft, index),
    );
    if (id) {
      throw new DataError(
        `${fileName}: the ids of the column ${quoted(id.name)} recur, so a row may be a moment of a series or a series. ` +
          `Say --id ${quoted(id.name)} --rows moments, or --rows series.`,
      );
    }
  } else if (channels.length > fewValues || separator === '\t' || separator === 'space') {
    // The archives' text files are sorted by class, too.
    return 'wide';
  }
  if (isRecording(draft, channels))
    throw needsWindow(draft, 'few channels, and a label that hardly ever changes');
  return 'wide';
}

/** Whether a column of numbers is a label or an id rather than a channel. */
function isBeside({ name, isWhole, distinct, texts }: Profile, { hasHeader, profiles }: Draft): boolean {
  if (hasHeader) return isIdName(name) || isLabelName(name, namesOf(profiles));
  return isWhole && (distinct === texts.length || 4 * distinct < texts.length);
}

/** Whether many rows of few channels have long runs of one label. */
function isRecording(
  { profiles, body, contiguous, hasHeader }: Draft,
  channels: readonly Profile[],
): boolean {
  const rows = body.slice(0, contiguous);
  if (rows.length < fewRows || rows.length < 10 * channels.length) return false;
  const label = profiles.find((profile) => {
    const { name, isNumeric, isWhole, distinct, texts } = profile;
    const isNamed = hasHeader
      ? isLabelName(name, namesOf(profiles))
      : distinct > 1 && distinct < texts.length;
    return isNamed && (!isNumeric || isWhole) && !channels.includes(profile);
  });
  if (!label) return false;
  const changes = rows.filter((row, i) => i > 0 && row[label.index] !== rows[i - 1]?.[label.index]).length;
  if (10 * (changes + 1) > rows.length) return false;
  // Nobody has series of so few steps, and sensors are no steps.
  const isPlain = channels.length <= 3 || channels.some(({ name }) => isSensorName(name));
  return isPlain || isSmooth(rows, channels);
}

/** Whether the values of a row are near those of the row before, as they are in a recording. */
function isSmooth(rows: readonly string[][], values: readonly Profile[]): boolean {
  const smooth = values.filter(({ index }) => {
    const numbers = rows.map((row) => Number((row[index] as string).replace(',', '.')));
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const spread = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const jumps = numbers.reduce(
      (sum, value, i) => sum + (i === 0 ? 0 : (value - (numbers[i - 1] as number)) ** 2),
      0,
    );
    // Of independent values the jumps have twice the variance.
    return jumps < spread;
  });
  return 2 * smooth.length > values.length;
}

/** Whether words or whole numbers of some column hardly ever change from row to row, but do change. */
function hasRuns({ profiles, body, contiguous }: Draft): boolean {
  const rows = body.slice(0, contiguous);
  return profiles.some(({ index, isNumeric, isWhole, distinct }) => {
    if (index === 0 || distinct < 2 || (isNumeric && !isWhole)) return false;
    const changes = rows.filter((row, i) => i > 0 && row[index] !== rows[i - 1]?.[index]).length;
    return 5 * changes <= rows.length;
  });
}

function recurs({ profiles }: Draft, column: number): boolean {
  const { distinct, texts } = profiles[column] as Profile;
  return 1.5 * distinct <= texts.length && texts.length >= 3;
}

function contiguousMoments({ body, contiguous }: Draft, column: number): number[] {
  return body.slice(0, contiguous).map((row) => momentOf(row[column] as string));
}

function isCount(steps: readonly number[]): boolean {
  return steps.every((step) => step === 1);
}

function isEven(steps: readonly number[]): boolean {
  const typical = [...steps].sort((a, b) => a - b)[steps.length >> 1] as number;
  return steps.every((step) => Math.abs(step - typical) <= 0.05 * typical);
}

function needsWindow(draft: Draft, why: string): DataError {
  const { fileName } = draft;
  const unlabelled = hasLabel(draft)
    ? ''
    : ' No column looks like a label, either: name it with --label NAME (or --label none). If each column is a series, ' +
      'turn the table round, one series a row, and put a label into each.';
  return new DataError(
    `${fileName}: rows look like moments of a recording, not like series (${why}).${unlabelled} ` +
      'A recording is cut into windows with --window 128 (and --stride 64); if each row is a series, say --rows series.',
  );
}

/** Whether the user names a label, or some column looks like one. */
function hasLabel({ profiles, time, options }: Draft): boolean {
  return (
    options.label !== undefined ||
    profiles.some(
      ({ index, name, isNumeric, isDate }) =>
        index !== time && ((!isNumeric && !isDate) || isLabelName(name, namesOf(profiles))),
    )
  );
}

function cannotTell({ fileName }: Draft): DataError {
  return new DataError(
    `${fileName}: it cannot be told whether a row is a series or a moment of one. Say --rows series or --rows moments.`,
  );
}
