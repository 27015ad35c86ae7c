import { readFileSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';

interface NavigationItem {
  title: string;
  path?: string | null;
  children?: NavigationItem[];
}

/** The sidebar of the API reference, from the list that TypeDoc writes beside its pages. */
export function apiSidebar(): DefaultTheme.SidebarItem[] {
  const list = new URL('../api/navigation.json', import.meta.url);
  return (JSON.parse(readFileSync(list, 'utf8')) as NavigationItem[]).map(toSidebarItem);
}

function toSidebarItem({ title, path, children }: NavigationItem): DefaultTheme.SidebarItem {
  return {
    text: title,
    ...(path && { link: `/api/${path.replace(/(index)?\.md$/, '')}` }),
    ...(children && { collapsed: true, items: children.map(toSidebarItem) }),
  };
}
