/** Serves the app for development, and opens it if there is a display. */
import { createServer } from 'vite';

const server = await createServer();
await server.listen();
server.printUrls();
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (hasDisplay && !process.env.CI) server.openBrowser();
else console.log('  No display here: open the address in a browser with WebGPU.');
