interface FileButtonProps {
  name: string;
  label: string;
  /** As of an `<input type="file">`, for example `.csv,text/csv`. */
  accept: string;
  isDisabled?: boolean;
  /** Whether several files belong together. */
  multiple?: boolean;
  onFiles(files: File[]): void;
}

/** A button that opens the file picker. */
export function FileButton({ name, label, accept, isDisabled = false, multiple, onFiles }: FileButtonProps) {
  return (
    <label class="file-button">
      <input
        type="file"
        name={name}
        accept={accept}
        disabled={isDisabled}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <span class="button">{label}</span>
    </label>
  );
}
