/** What to do for WebGPU in the browser at hand, most likely to help first. */
export function browserAdvice(userAgent: string): string[] {
  const secure =
    'The page must be opened over https, or from localhost or 127.0.0.1: elsewhere browsers hide WebGPU.';
  const driver = 'Update the graphics driver, then restart the browser.';
  if (/Firefox\//.test(userAgent)) {
    return [
      'Firefox has WebGPU on Windows from version 141 and on Apple silicon from 145. Elsewhere open about:config and set dom.webgpu.enabled to true, in Firefox Nightly, or use Chrome or Edge.',
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
