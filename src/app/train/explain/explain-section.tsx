export function ExplainSection() {
  return null;
}
