import { Component, type ComponentChild, type FunctionComponent, h } from 'preact';
import type { Shown } from './shown';

/** Redraws only when another series or model is shown, not when the step moves. */
export function unlessMoved(Picture: FunctionComponent<Shown>) {
  return class extends Component<Shown> {
    override shouldComponentUpdate(next: Shown): boolean {
      return next.inspection !== this.props.inspection || next.names.join() !== this.props.names.join();
    }

    override render(): ComponentChild {
      return h(Picture, this.props);
    }
  };
}
