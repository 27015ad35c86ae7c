import { effect } from '@preact/signals';
import type { SettingsStore } from './state/settings';

/** Milliseconds without a change: browsers refuse an address that changes with every move of a slider. */
const quiet = 300;

/** Writes the settings into the page's address once someone has changed them, whenever they are valid. */
export function followSettings(settings: SettingsStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  effect(() => {
    const query = settings.query.value;
    const isRight = settings.problems.value.size === 0;
    clearTimeout(timer);
    if (!isFirst && isRight)
      timer = setTimeout(() => history.replaceState(null, '', query + location.hash), quiet);
    isFirst = false;
  });
}
