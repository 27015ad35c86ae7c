import { browserAdvice } from './browser-advice';

/** How to get WebGPU in the visitor's browser. @param reason why there is none, where that is known. */
export function WebGPUAdvice({ reason }: { reason?: string | undefined }) {
  return (
    <details>
      <summary>How to get WebGPU in this browser</summary>
      {reason && <p>{reason}</p>}
      <ul>
        {browserAdvice(navigator.userAgent, Boolean(navigator.gpu)).map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
    </details>
  );
}
