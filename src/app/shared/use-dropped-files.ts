import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Takes files dropped anywhere that nothing else handles. @param take is called while the event is being handled.
 * @returns whether files are held over the page.
 */
export function useDroppedFiles(take: (dropped: DataTransfer) => void): boolean {
  const [isDragged, setDragged] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragged(true);
      // No event reliably reports that the pointer has left the page; this one keeps firing while it is there.
      clearTimeout(timer);
      timer = setTimeout(() => setDragged(false), 500);
    };
    const drop = (event: DragEvent) => {
      clearTimeout(timer);
      setDragged(false);
      if (!event.dataTransfer?.types.includes('Files') || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      clearTimeout(timer);
    };
  }, []);
  return isDragged;
}
