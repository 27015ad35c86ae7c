import { browserAdvice } from './browser-advice';

/** How to get WebGPU in the visitor's browser. */
export function WebGPUAdvice() {
  return (
    <details>
      <summary>How to get WebGPU in this browser</summary>
      <ul>
        {browserAdvice(navigator.userAgent, Boolean(navigator.gpu)).map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
    </details>
  );
}
