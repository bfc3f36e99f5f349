/** The product's mark: two half rings that hold on to each other. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="5" strokeLinecap="round" aria-hidden>
      <path stroke="var(--brand)" d="M20.5 6.5A8 8 0 1 0 13 20" />
      <path stroke="var(--accent)" d="M11.5 25.5A8 8 0 1 0 19 12" />
    </svg>
  );
}
