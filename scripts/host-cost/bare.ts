/** The least that the host can spend: dispatches that are prepared, by bare WebGPU calls. */

const text = `
@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read_write> c: array<f32>;
@group(0) @binding(3) var<uniform> d: vec4f;
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) { c[id.x] = a[id.x] + b[id.x] * d.x; }`;

/** As many as make V8 compile what they run. */
const repetitions = 100;

/** @param count dispatches. `submit` encodes and submits them; `answer` writes a series first and reads a result, too. */
export function prepareBare(device: GPUDevice, count: number) {
  const { STORAGE, UNIFORM, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const buffer = (usage: number) => device.createBuffer({ size: 4096, usage });
  const dispatches = Array.from({ length: count }, () => {
    // One pipeline each, as different kernels have.
    const module = device.createShaderModule({ code: text });
    const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module } });
    const resources = [STORAGE, STORAGE, STORAGE | COPY_SRC | COPY_DST, UNIFORM].map((usage) => ({
      buffer: buffer(usage),
    }));
    const bindGroup = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: resources.map((resource, binding) => ({ binding, resource })),
    });
    return { pipeline, bindGroup, output: resources[2]!.buffer };
  });
  const encode = (encoder: GPUCommandEncoder): void => {
    const pass = encoder.beginComputePass();
    for (const { pipeline, bindGroup } of dispatches) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(16);
    }
    pass.end();
  };
  const staging = buffer(COPY_DST | MAP_READ);
  const series = new Float32Array(500);
  return {
    async submit(): Promise<number> {
      for (let i = 0; i < repetitions; i++) {
        const encoder = device.createCommandEncoder();
        encode(encoder);
        device.queue.submit([encoder.finish()]);
      }
      await device.queue.onSubmittedWorkDone();
      return repetitions;
    },
    async answer(): Promise<number> {
      const { output } = dispatches[0]!;
      for (let i = 0; i < repetitions; i++) {
        device.queue.writeBuffer(output, 0, series);
        const encoder = device.createCommandEncoder();
        encode(encoder);
        encoder.copyBufferToBuffer(output, 0, staging, 0, 4096);
        device.queue.submit([encoder.finish()]);
        await staging.mapAsync(GPUMapMode.READ);
        new Float32Array(staging.getMappedRange()).slice(0, 501);
        staging.unmap();
      }
      return repetitions;
    },
  };
}
