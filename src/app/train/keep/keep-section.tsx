export function KeepSection() {
  return null;
}
