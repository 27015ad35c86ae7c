interface TransportButtonProps {
  name: string;
  label: string;
  /** What it does, if the label does not say so. */
  hint?: string;
  /** Path of the icon, 24 by 24. */
  path: string;
  isPrimary?: boolean;
  isAvailable: boolean;
  onPress(): Promise<void>;
}

/** A button that keeps the keyboard focus while unavailable, because that changes during the run. */
export function TransportButton(props: TransportButtonProps) {
  const { name, label, hint, path, isPrimary = false, isAvailable, onPress } = props;
  return (
    <button
      type="button"
      class={isPrimary ? 'primary play' : 'icon'}
      name={name}
      aria-disabled={!isAvailable}
      title={hint}
      onClick={() => {
        if (isAvailable) void onPress();
      }}
    >
      <svg class="icon-shape" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
      <span>{label}</span>
    </button>
  );
}
