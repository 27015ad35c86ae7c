/** What we use of jsfive, which comes without types. */
declare module 'jsfive' {
  export class Group {
    readonly keys: string[];
    readonly attrs: Record<string, unknown>;
    get(name: string): Group | Dataset | null;
  }
  export class File extends Group {
    constructor(bytes: ArrayBuffer, name: string);
  }
  export class Dataset {
    readonly attrs: Record<string, unknown>;
    readonly shape: number[];
    /** As numpy writes it, such as '<f4'; an array for types that are not numbers. */
    readonly dtype: unknown;
    readonly value: ArrayLike<number | bigint>;
  }
}
