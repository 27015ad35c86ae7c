import { useEffect, useState } from 'preact/hooks';

/**
 * Lets a page appear part by part, each in its own task, so that none takes long.
 * @param subject what the parts show; another one starts over, and null shows none.
 * @returns how many parts to show.
 */
export function useStages(subject: unknown, count: number): number {
  const [shown, setShown] = useState<{ subject: unknown; stage: number }>({ subject: null, stage: 0 });
  const stage = subject === null ? 0 : shown.subject === subject ? shown.stage : 1;
  useEffect(() => {
    if (subject === null || stage >= count) return undefined;
    const timer = setTimeout(() => setShown({ subject, stage: stage + 1 }));
    return () => clearTimeout(timer);
  }, [subject, stage, count]);
  return stage;
}
