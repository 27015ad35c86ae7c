import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take far longer than others of their project, though they are short. */
const longest = [
  'test/unit/docs/site.test.ts',
  'test/unit/fuse/memory.test.ts',
  'test/unit/docs/sample-types.test.ts',
  'test/unit/fuse/table.test.ts',
  'test/e2e/training/run.test.ts',
  'test/e2e/cli-interrupt.test.ts',
  'test/e2e/training/failures.test.ts',
  'test/e2e/training/accessibility.test.ts',
];

/** Starts the longest files first, so that at the end no worker is left alone with one of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return index < 0 ? longest.length : index;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}
