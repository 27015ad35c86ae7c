/** A model's, for the few places that each of its tensors comes to lie in: tf.js hands its buffers round. */
const MOST_GROUPS = 4096;

/**
 * One device's bind groups, by what they bind. A group is found only by its very buffers, so none that is destroyed is bound
 * unless it is asked for.
 */
export class BindGroups {
  private readonly ids = new WeakMap<object, number>();
  private nextId = 0;
  private readonly known = new Map<string, GPUBindGroup>();

  constructor(private readonly device: Pick<GPUDevice, 'createBindGroup'>) {}

  get size(): number {
    return this.known.size;
  }

  /** @param owner has the layout, and only this one. @param resources in the order of their bindings. */
  get(
    owner: object,
    layout: () => GPUBindGroupLayout,
    resources: readonly GPUBufferBinding[],
    label = '',
  ): GPUBindGroup {
    let key = `${this.idOf(owner)}`;
    for (const { buffer, offset = 0, size = '' } of resources)
      key += `,${this.idOf(buffer)}+${offset}:${size}`;
    let group = this.known.get(key);
    if (!group) {
      const entries = resources.map((resource, binding) => ({ binding, resource }));
      group = this.device.createBindGroup({ label, layout: layout(), entries });
      this.known.set(key, group);
      const [oldest] = this.known.keys();
      if (this.known.size > MOST_GROUPS) this.known.delete(oldest!);
    }
    return group;
  }

  /** Lets go of all groups, since buffers of theirs are destroyed. */
  clear(): void {
    this.known.clear();
  }

  /** A number that no other object ever has. */
  idOf(object: object): number {
    let id = this.ids.get(object);
    if (id === undefined) {
      id = this.nextId++;
      this.ids.set(object, id);
    }
    return id;
  }
}

const groups = new WeakMap<GPUDevice, BindGroups>();

export function bindGroupsOf(device: GPUDevice): BindGroups {
  let known = groups.get(device);
  if (!known) {
    known = new BindGroups(device);
    groups.set(device, known);
  }
  return known;
}
