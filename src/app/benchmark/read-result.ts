import { type BenchmarkResult, parseResult } from '../../benchmark/result';

/** A result from a file. @throws Error that begins with the file's name. */
export async function readResult(file: File): Promise<BenchmarkResult> {
  try {
    return parseResult(await file.text());
  } catch (error) {
    throw new Error(`${file.name}: ${(error as Error).message}`);
  }
}
