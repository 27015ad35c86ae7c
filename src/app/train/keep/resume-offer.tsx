export function ResumeOffer() {
  return null;
}
