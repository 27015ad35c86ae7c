import { defineConfig } from 'vitepress';
import { apiSidebar } from './api-sidebar';

/** The documentation site. A folder other than a server's root: `vitepress build docs --base /folder/`. */
export default defineConfig({
  title: 'Gatewave',
  description: 'LSTM, GRU and attention kernels for TensorFlow.js on WebGPU',
  lang: 'en',
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark' } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    docFooter: { prev: 'Previous', next: 'Next' },
    nav: [
      { text: 'Guide', link: '/performance', activeMatch: '^/(?!api/)' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
    ],
    sidebar: {
      '/': [
        {
          text: 'Speed',
          items: [{ text: 'Performance', link: '/performance' }],
        },
      ],
      '/api/': [{ text: 'API', link: '/api/', items: apiSidebar() }],
    },
  },
});
