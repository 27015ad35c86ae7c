export function TrySection() {
  return null;
}
