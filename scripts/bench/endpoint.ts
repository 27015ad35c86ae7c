import type { Endpoint } from 'comlink';

/** A process with a channel: for the parent its child, for the child itself. */
interface Channel {
  send?(message: unknown): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
}

/** The channel as Comlink, which knows workers, wants it. What would be handed over to a worker is copied. */
export function endpointOf(channel: Channel): Endpoint {
  const listeners = new Map<unknown, (message: unknown) => void>();
  return {
    postMessage: (message) => void channel.send?.(message),
    addEventListener(_type, listener) {
      const receive = (data: unknown) => {
        const event = { data } as MessageEvent;
        if ('handleEvent' in listener) listener.handleEvent(event);
        else listener(event);
      };
      listeners.set(listener, receive);
      channel.on('message', receive);
    },
    removeEventListener(_type, listener) {
      const receive = listeners.get(listener);
      if (receive) channel.off('message', receive);
      listeners.delete(listener);
    },
  };
}
