interface FileButtonProps {
  name: string;
  label: string;
  /** As in `<input type="file">`, for example `.csv,text/csv`; default: any. */
  accept?: string;
  isDisabled?: boolean;
  /** Whether several files may be chosen together. */
  multiple?: boolean;
  /** Whether all files of a folder are chosen. */
  isFolder?: boolean;
  onFiles(files: File[]): void;
}

/** A button that opens the file picker. */
export function FileButton(props: FileButtonProps) {
  const { name, label, accept, isDisabled = false, multiple, isFolder = false, onFiles } = props;
  return (
    <label class="file-button">
      <input
        type="file"
        name={name}
        {...(accept && { accept })}
        {...(isFolder && { webkitdirectory: true })}
        disabled={isDisabled}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <span class="button">{label}</span>
    </label>
  );
}
