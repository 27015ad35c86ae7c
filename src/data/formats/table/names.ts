/** Usual names of columns that hold labels, the plainest first. */
const labelNames: readonly RegExp[] = [
  /^(class|classes|label|labels|target|targets)$/i,
  /^(true|class|target|event|activity|ground|gt|y)[ _.-]?(class|label|name|id|value|truth|true)$|[ _.-](label|class|target)$|^label[ _.-]/i,
  /^(activity|diagnosis|outcome|category|categories|species|gesture|condition|fault|anomaly|verdict|response|klasse|kategorie|etikett|classe|clase|etiqueta|ziel)$/i,
  /^(y|status|state|event|type|kind|result|failure|disease|rhythm|stage|phase|word|digit|behaviou?r|action|movement|motion|emotion|quality|grade|group|gruppe|typ|art|zustand|is[ _]?[a-z]+|has[ _]?[a-z]+)$/i,
];
const idNames =
  /^(|#|ids?|index|idx|no|nr|num|number|name|key|uu?id|guid|row|file|file[ _]?name|path|sample|series|case|instance|record|recording|trial|run|session|sequence|seq|segment|patient|subject|person|participant|user|unit|device|machine|unnamed: ?\d+|nummer|rowname|row[ _.]?names?)$|[ _.-](id|idx|no|nr|number|name|index)$|^id[ _.-]|^(case|series|sample|subject|patient)[ _.-]?(id|no|nr|number|index)?$/i;
const timeNames =
  /^(t|time|times|timestamp|timestamps|time[ _.-]?stamp|date|dates|datetime|date[ _.-]?time|day|seconds?|secs?|minutes?|hours?|ms|millis|milliseconds?|epoch|tick|ticks|step|frame|moment|elapsed|zeit|datum|zeitstempel|temps|tiempo|fecha|reading_?id|time[ _.-]?(step|index|point|idx|s|ms|sec|seconds|us|ns))$|^(time|t|timestamp|elapsed)[ _]?[[(].*[\])]$|[ _.-](time|timestamp|date)$/i;
const sensorNames =
  /^(acc|gyr|mag|ecg|eeg|emg|ppg|eda|temp|hum|press|volt|current|heart|resp|light|speed)|^[agm][xyz]$|[ _.-][xyz]$|^[xyz]$/i;
const personNames =
  /^(patient|subject|person|participant|user|speaker|animal|device|machine)([ _.-]?(id|no|nr))?$/i;

/**
 * How plainly a name says that a column holds labels, 0 the plainest; −1: it does not.
 * @param others names of the other columns: a `y` beside an `x` or a `z` is a channel.
 */
export function labelRank(name: string, others: readonly string[] = []): number {
  const isAxis = /(^|[ _.-])y$/i.test(name) && others.some((other) => /(^|[ _.-])[xz]$/i.test(other));
  return isAxis ? -1 : labelNames.findIndex((names) => names.test(name));
}

export function isLabelName(name: string, others: readonly string[] = []): boolean {
  return labelRank(name, others) >= 0;
}

/** Whether a name says nothing but that a column holds labels, such as `class`. */
export function isPlainLabelName(name: string): boolean {
  return [0, 1].includes(labelRank(name));
}

export function isIdName(name: string): boolean {
  return idNames.test(name) || /^[a-z]+ID$/.test(name);
}

export function isTimeName(name: string): boolean {
  return timeNames.test(name);
}

/** Whether a name says whom or what a series is of, of which there may be several series. */
export function isPersonName(name: string): boolean {
  return personNames.test(name);
}

/** Whether a name says what a sensor measures, or along which axis. */
export function isSensorName(name: string): boolean {
  return sensorNames.test(name);
}
