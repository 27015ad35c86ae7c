/** Something that can be asked, at any moment, what it measures. */
export interface Sensor {
  /** [channels] */
  read(): readonly number[];
  close(): void;
}

export type SensorName = 'pointer' | 'microphone' | 'motion';

export interface SensorKind {
  label: string;
  channelNames: string[];
  /** What to do, ten times. */
  task: string;
  /** @param pad what the pointer moves over. @throws Error that says what is missing, and what to do. */
  open(pad: HTMLElement): Promise<Sensor>;
}

export const sensorKinds: Record<SensorName, SensorKind> = {
  pointer: {
    label: 'Mouse or finger',
    channelNames: ['x', 'y'],
    task: 'Draw one shape over and over in the field, a circle, say, with a pause after each.',
    open: openPointer,
  },
  microphone: {
    label: 'Microphone',
    channelNames: ['loudness'],
    task: 'Clap, knock or say one word over and over, with a pause after each. Only how loud it is gets recorded.',
    open: openMicrophone,
  },
  motion: {
    label: 'Phone’s motion',
    channelNames: ['x', 'y', 'z'],
    task: 'Make one gesture over and over, with the phone in your hand and a pause after each.',
    open: openMotion,
  },
};

export const sensorNames = Object.keys(sensorKinds) as SensorName[];

async function openPointer(pad: HTMLElement): Promise<Sensor> {
  let at = [0.5, 0.5];
  const move = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = pad.getBoundingClientRect();
    at = [(clientX - left) / width, 1 - (clientY - top) / height];
  };
  pad.addEventListener('pointermove', move);
  pad.addEventListener('pointerdown', move);
  return {
    read: () => at,
    close() {
      pad.removeEventListener('pointermove', move);
      pad.removeEventListener('pointerdown', move);
    },
  };
}

async function openMicrophone(): Promise<Sensor> {
  if (!navigator.mediaDevices) {
    throw new Error('The browser gives a microphone only to pages that came over https.');
  }
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: Error) => {
    throw new Error(
      error.name === 'NotAllowedError'
        ? 'The browser was not allowed to use the microphone. Allow it beside the address, and record again.'
        : `No microphone could be used (${error.message}). Is one connected, and free?`,
    );
  });
  const context = new AudioContext();
  await context.resume();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read() {
      analyser.getFloatTimeDomainData(samples);
      return [Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length)];
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

/** How long the first measurement may take, in milliseconds. */
const patience = 1500;

async function openMotion(): Promise<Sensor> {
  const missing = 'This device tells nothing about its motion. Open the page on a phone, over https.';
  if (typeof DeviceMotionEvent === 'undefined') throw new Error(missing);
  // On iOS pages have to ask.
  const { requestPermission } = DeviceMotionEvent as { requestPermission?: () => Promise<string> };
  if (requestPermission && (await requestPermission.call(DeviceMotionEvent)) !== 'granted') {
    throw new Error('The browser was not allowed to read the phone’s motion. Reload the page, and allow it.');
  }
  let last: number[] | null = null;
  const controller = new AbortController();
  const first = new Promise<void>((resolve) => {
    const take = ({ accelerationIncludingGravity: found }: DeviceMotionEvent) => {
      // A computer may send an event with nothing in it.
      if (found?.x == null) return;
      last = [found.x, found.y ?? 0, found.z ?? 0];
      resolve();
    };
    addEventListener('devicemotion', take, { signal: controller.signal });
  });
  await Promise.race([first, new Promise((resolve) => setTimeout(resolve, patience))]);
  if (!last) {
    controller.abort();
    throw new Error(missing);
  }
  return { read: () => last as number[], close: () => controller.abort() };
}
