/**
 * The part of Python's pickle language that files of tensors are written in: plain values, containers, calls of a few
 * known functions. A pickle is a program for a stack machine (Python's `pickletools` documents its instructions).
 * Nothing in it is run as Python: a global is an entry of a table that the caller gives, and everything else is
 * refused by name.
 */
import { WeightsError } from '../tensors';

/** What a pickle may hold: numbers, texts, booleans, null, arrays for lists and tuples, maps for dicts, and what globals make. */
export type Pickled = unknown;

/** A Python function or class that the caller knows, for `REDUCE` to call. */
export class PickleGlobal {
  constructor(
    readonly name: string,
    readonly call: (args: Pickled[]) => Pickled,
  ) {}
}

export interface PickleOptions {
  /** The global of a full name, such as `collections.OrderedDict`. @throws WeightsError when it is not a known one. */
  findGlobal(name: string): Pickled;
  /** What a persistent id, a reference out of the pickle, stands for. */
  load(id: Pickled): Pickled;
}

const MARK = Symbol('mark');

/**
 * Runs a pickle and returns the value it leaves.
 * @throws WeightsError when it is cut off or damaged, or has an instruction that files of tensors do not need.
 */
export function readPickle(bytes: Uint8Array, options: PickleOptions): Pickled {
  const reader = new Reader(bytes);
  const machine = new Machine(reader, options);
  for (;;) {
    const opcode = reader.byte();
    if (opcode === STOP) return machine.pop();
    const run = instructions[opcode];
    if (!run) {
      throw new WeightsError(
        `The pickle has the instruction 0x${opcode.toString(16).padStart(2, '0')} at byte ${reader.position - 1}, ` +
          'which tensors and plain containers do not need.',
      );
    }
    run(machine, reader);
  }
}

class Machine {
  private readonly stack: Pickled[] = [];
  private readonly memo = new Map<number, Pickled>();

  constructor(
    private readonly reader: Reader,
    readonly options: PickleOptions,
  ) {}

  push(value: Pickled): void {
    this.stack.push(value);
  }

  pop(): Pickled {
    const value = this.stack.pop();
    if (value === undefined || value === MARK) throw this.damaged('takes more from its stack than is there');
    return value;
  }

  peek(): Pickled {
    const value = this.pop();
    this.stack.push(value);
    return value;
  }

  mark(): void {
    this.stack.push(MARK);
  }

  popToMark(): Pickled[] {
    const mark = this.stack.lastIndexOf(MARK);
    if (mark < 0) throw this.damaged('ends a group that it did not begin');
    const items = this.stack.splice(mark);
    items.shift();
    return items;
  }

  memoise(index: number = this.memo.size): void {
    this.memo.set(index, this.peek());
  }

  recall(index: number): void {
    const value = this.memo.get(index);
    if (value === undefined) throw this.damaged(`recalls value ${index}, which it did not store`);
    this.stack.push(value);
  }

  append(items: Pickled[]): void {
    const list = this.peek();
    if (!Array.isArray(list)) throw this.damaged('appends to something that is not a list');
    for (const item of items) list.push(item);
  }

  setItems(items: Pickled[]): void {
    const dict = this.peek();
    if (!(dict instanceof Map)) throw this.damaged('sets an item of something that is not a dict');
    if (items.length % 2 !== 0) throw this.damaged('has a key without a value');
    for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
  }

  reduce(): void {
    const args = this.pop();
    const callee = this.pop();
    if (!(callee instanceof PickleGlobal) || !Array.isArray(args)) {
      throw this.damaged('calls something that is not a function');
    }
    this.stack.push(callee.call(args));
  }

  global(module: Pickled, name: Pickled): void {
    this.stack.push(this.options.findGlobal(`${String(module)}.${String(name)}`));
  }

  /** Attributes of an OrderedDict, such as the `_metadata` of a state_dict: not needed. */
  build(): void {
    this.pop();
    if (!(this.peek() instanceof Map)) throw this.damaged('sets the state of something that is not a dict');
  }

  private damaged(what: string): WeightsError {
    return new WeightsError(`The pickle is damaged: it ${what}, at byte ${this.reader.position - 1}.`);
  }
}

const STOP = 0x2e;

type Instruction = (machine: Machine, reader: Reader) => void;

/** By opcode; the names beside them are those of Python's `pickletools`. */
const instructions: Record<number, Instruction> = {
  128: (_machine, reader) => reader.skip(1), // PROTO
  149: (_machine, reader) => reader.skip(8), // FRAME
  40: (machine) => machine.mark(), // MARK
  48: (machine) => void machine.pop(), // POP
  49: (machine) => void machine.popToMark(), // POP_MARK
  113: (machine, reader) => machine.memoise(reader.byte()), // BINPUT
  114: (machine, reader) => machine.memoise(reader.uint32()), // LONG_BINPUT
  148: (machine) => machine.memoise(), // MEMOIZE
  104: (machine, reader) => machine.recall(reader.byte()), // BINGET
  106: (machine, reader) => machine.recall(reader.uint32()), // LONG_BINGET
  78: (machine) => machine.push(null), // NONE
  136: (machine) => machine.push(true), // NEWTRUE
  137: (machine) => machine.push(false), // NEWFALSE
  75: (machine, reader) => machine.push(reader.byte()), // BININT1
  77: (machine, reader) => machine.push(reader.uint16()), // BININT2
  74: (machine, reader) => machine.push(reader.int32()), // BININT
  138: (machine, reader) => machine.push(reader.long(reader.byte())), // LONG1
  71: (machine, reader) => machine.push(reader.float64()), // BINFLOAT
  88: (machine, reader) => machine.push(reader.text(reader.uint32())), // BINUNICODE
  140: (machine, reader) => machine.push(reader.text(reader.byte())), // SHORT_BINUNICODE
  41: (machine) => machine.push([]), // EMPTY_TUPLE
  93: (machine) => machine.push([]), // EMPTY_LIST
  133: (machine) => machine.push([machine.pop()]), // TUPLE1
  134: (machine) => machine.push([machine.pop(), machine.pop()].reverse()), // TUPLE2
  135: (machine) => machine.push([machine.pop(), machine.pop(), machine.pop()].reverse()), // TUPLE3
  116: (machine) => machine.push(machine.popToMark()), // TUPLE
  108: (machine) => machine.push(machine.popToMark()), // LIST
  97: (machine) => machine.append([machine.pop()]), // APPEND
  101: (machine) => machine.append(machine.popToMark()), // APPENDS
  125: (machine) => machine.push(new Map()), // EMPTY_DICT
  115: (machine) => machine.setItems([machine.pop(), machine.pop()].reverse()), // SETITEM
  117: (machine) => machine.setItems(machine.popToMark()), // SETITEMS
  99: (machine, reader) => machine.global(reader.line(), reader.line()), // GLOBAL
  147: (machine) => {
    const name = machine.pop();
    machine.global(machine.pop(), name);
  }, // STACK_GLOBAL
  82: (machine) => machine.reduce(), // REDUCE
  98: (machine) => machine.build(), // BUILD
  81: (machine) => machine.push(machine.options.load(machine.pop())), // BINPERSID
};

/** Reads forward; nothing outside the bytes is read. */
class Reader {
  position = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Moves on by `length` bytes and returns where they begin. */
  skip(length: number): number {
    const start = this.position;
    if (length > this.bytes.length - start) {
      throw new WeightsError(`The pickle is cut off at byte ${this.bytes.length}.`);
    }
    this.position += length;
    return start;
  }

  byte(): number {
    return this.view.getUint8(this.skip(1));
  }

  uint16(): number {
    return this.view.getUint16(this.skip(2), true);
  }

  int32(): number {
    return this.view.getInt32(this.skip(4), true);
  }

  uint32(): number {
    return this.view.getUint32(this.skip(4), true);
  }

  float64(): number {
    return this.view.getFloat64(this.skip(8));
  }

  /** A little-endian number in two's complement, of any length. */
  long(length: number): number {
    const start = this.skip(length);
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.bytes[start + i] as number);
    return Number(BigInt.asIntN(8 * length, value));
  }

  text(length: number): string {
    const start = this.skip(length);
    return new TextDecoder().decode(this.bytes.subarray(start, start + length));
  }

  line(): string {
    const end = this.bytes.indexOf(0x0a, this.position);
    const text = this.text(end < 0 ? this.bytes.length + 1 : end - this.position);
    this.skip(1);
    return text;
  }
}
