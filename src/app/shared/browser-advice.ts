/**
 * What to do for WebGPU in this browser, most likely to help first.
 * @param windowHasWebGPU whether the page itself sees `navigator.gpu`; in Firefox its workers may still see none.
 */
export function browserAdvice(userAgent: string, windowHasWebGPU: boolean): string[] {
  const secure =
    'The page must be opened over https, or from localhost or 127.0.0.1: elsewhere browsers hide WebGPU.';
  const driver = 'Update the graphics driver, then restart the browser.';
  if (/Firefox\//.test(userAgent)) {
    const switches = windowHasWebGPU
      ? 'dom.webgpu.workers.enabled'
      : 'dom.webgpu.enabled and dom.webgpu.workers.enabled';
    return [
      `Open about:config, set ${switches} to true, and reload the page. (Firefox has WebGPU switched on only on Windows, from version 141, and on Apple silicon, from 145.)`,
      'If Firefox then finds no adapter, it distrusts the graphics driver: set gfx.webgpu.ignore-blocklist to true as well, and restart Firefox.',
      secure,
      driver,
    ];
  }
  if (/Edg\/|Chrome\//.test(userAgent)) {
    const linux =
      'On Linux, open chrome://flags, enable “Unsafe WebGPU Support” and “Vulkan”, and restart the browser.';
    const hardware =
      'Open chrome://settings/system and switch on “Use graphics acceleration when available”; chrome://gpu says what WebGPU lacks.';
    return [
      ...(/Linux|X11/.test(userAgent) && !/Android/.test(userAgent) ? [linux] : []),
      hardware,
      secure,
      driver,
    ];
  }
  if (/Safari\//.test(userAgent)) {
    return [
      'Safari has WebGPU from version 26 (macOS Tahoe, iOS 26). In Safari 18, switch it on under Develop → Feature Flags → WebGPU.',
      secure,
    ];
  }
  return ['Use a current Chrome, Edge, Firefox or Safari.', secure, driver];
}
