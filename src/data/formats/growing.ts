type Numbers = Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that grows as values are pushed. */
class Growing<Values extends Numbers> {
  private length = 0;

  constructor(
    private values: Values,
    private readonly make: (length: number) => Values,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  get size(): number {
    return this.length;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** The values so far, which later ones may move elsewhere. */
  view(): Values {
    return this.values.subarray(0, this.length) as Values;
  }
}

const start = 1024;

export class GrowingInt32 extends Growing<Int32Array<ArrayBuffer>> {
  constructor() {
    super(new Int32Array(start), (length) => new Int32Array(length));
  }
}

export class GrowingFloat32 extends Growing<Float32Array<ArrayBuffer>> {
  constructor() {
    super(new Float32Array(start), (length) => new Float32Array(length));
  }
}

export class GrowingFloat64 extends Growing<Float64Array<ArrayBuffer>> {
  constructor() {
    super(new Float64Array(start), (length) => new Float64Array(length));
  }
}
