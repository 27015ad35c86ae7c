export function LiveAttention() {
  return null;
}
