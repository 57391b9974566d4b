export const Brand = () => (
  <div class="brand">
    <svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="var(--accent)" />
      <path
        d="M8 4v4h3"
        fill="none"
        stroke="var(--on-accent)"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
    TimeTracker
  </div>
);
