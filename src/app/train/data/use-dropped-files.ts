import { useEffect, useState } from 'preact/hooks';
import type { NamedFile } from '../state/parts';
import { droppedFiles } from './dropped-files';

/** Takes files dropped anywhere that nothing else handles. @returns whether files are held over the page. */
export function useDroppedFiles(take: (files: NamedFile[]) => void): boolean {
  const [isDragged, setDragged] = useState(false);
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
      void droppedFiles(event.dataTransfer).then((files) => files.length > 0 && take(files));
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
