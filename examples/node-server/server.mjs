// Serves a trained model over HTTP: node server.mjs FOLDER [PORT]
//
// FOLDER is what "gatewave train" wrote. HOST is the address to listen at, 127.0.0.1 by default: whoever reaches the port
// can use the model.
import 'gatewave/node';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { Session } from 'gatewave/model';
import { releaseWebGPU } from 'gatewave/node';

const [folder = 'model', port = '8080'] = process.argv.slice(2);
const host = process.env.HOST ?? '127.0.0.1';
const mostValues = 10_000_000;

const session = new Session();
// The GPU, or JavaScript where there is none.
const device = await session.initialise('auto');
const model = await session.importModel({
  kind: 'tfjs',
  modelJson: await readFile(join(folder, 'model.json'), 'utf8'),
  weightsBin: await readFile(join(folder, 'weights.bin')),
});

/** Series as they come, [steps] or [steps][channels], of any lengths, as a data set. */
function datasetOf(given) {
  if (!Array.isArray(given) || given.length === 0) throw new RangeError('"series" must be a list of series.');
  const { channels, classNames } = model;
  const rows = given.map((one, row) => {
    const values = Array.isArray(one) ? one.flat() : [];
    if (values.length === 0 || values.length % channels !== 0 || !values.every(Number.isFinite)) {
      throw new RangeError(`Series ${row} must have numbers, ${channels} for each step.`);
    }
    return values;
  });
  const lengths = Int32Array.from(rows, (values) => values.length / channels);
  const time = Math.max(...lengths);
  if (rows.length * time * channels > mostValues) throw new RangeError('These are too many values.');
  const series = new Float32Array(rows.length * time * channels);
  for (const [row, values] of rows.entries()) series.set(values, row * time * channels);
  const labels = new Int32Array(rows.length).fill(-1);
  return { count: rows.length, time, channels, series, lengths, labels, classNames };
}

async function predict(given) {
  const dataset = datasetOf(given);
  const { probabilities, outputs, attention, time } = await session.predict(dataset);
  return Array.from(dataset.lengths, (steps, row) => {
    const own = [...probabilities.subarray(row * outputs, (row + 1) * outputs)];
    // Of two classes, the model gives the probability of the second one.
    const shares = outputs === 1 ? [1 - own[0], own[0]] : own;
    return {
      predicted: model.classNames[shares.indexOf(Math.max(...shares))],
      probabilities: Object.fromEntries(model.classNames.map((name, label) => [name, shares[label]])),
      attention: [...attention.subarray(row * time, row * time + steps)],
    };
  });
}

const server = createServer(async (request, response) => {
  const answer = (status, value) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  try {
    if (request.method === 'GET' && request.url === '/') answer(200, { device: device.adapter, model });
    else if (request.method !== 'POST' || request.url !== '/predict')
      answer(404, { error: 'POST to /predict.' });
    else answer(200, await predict((await json(request)).series));
  } catch (error) {
    const isWrong = error instanceof RangeError || error instanceof SyntaxError;
    answer(isWrong ? 400 : 500, { error: error.message });
  }
});

server.listen(Number(port), host, () => {
  const { port: chosen } = server.address();
  console.log(`Serving ${folder} on ${device.adapter} at http://${host}:${chosen}/`);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(releaseWebGPU);
    server.closeIdleConnections();
  });
}
