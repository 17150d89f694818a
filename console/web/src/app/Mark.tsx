/** The sign of Earshot: a wave that is heard. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M7 14v4" />
        <path d="M12 10v12" />
        <path d="M17 6v20" />
        <path d="M22 11v10" />
        <path d="M26.5 14.5v3" />
      </g>
    </svg>
  );
}
