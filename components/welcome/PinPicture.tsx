/** A toolbar with its menu of extensions open: the words beside it say the same. */
export const PinPicture = ({ firefox }: { readonly firefox: boolean }) => (
  <svg class="pin-picture" width="184" height="112" viewBox="0 0 184 112" fill="none" aria-hidden="true">
    <rect x="0.5" y="0.5" width="183" height="31" rx="8" class="bar" />
    <rect x="10" y="9" width="112" height="14" rx="7" class="field" />
    <g class="puzzle">
      <path d="M139 11h3a2 2 0 1 1 4 0h3v4a2 2 0 1 1 0 4v3h-10v-3.500a1.700 1.700 0 1 0 0-3.400z" />
    </g>
    <path d="M165 10v.1M165 16v.1M165 22v.1" class="dots" />
    <rect x="32.5" y="38.5" width="142" height="72" rx="8" class="menu" />
    <rect x="44" y="50" width="60" height="6" rx="3" class="words" />
    <rect x="38" y="66" width="131" height="34" rx="6" class="chosen" />
    <circle cx="56" cy="83" r="8" class="clock" />
    <path d="M56 78.500v5h3.500" class="hands" />
    <rect x="72" y="80" width="52" height="6" rx="3" class="words" />
    {firefox ? (
      <g class="pick">
        <circle cx="152" cy="83" r="4" />
        <path d="M152 76v2M152 88v2M145 83h2M157 83h2M147 78l1.500 1.500M155.500 86.500 157 88M157 78l-1.500 1.500M148.500 86.500 147 88" />
      </g>
    ) : (
      <path class="pick" d="M148 76h8M149.500 76v5.500l-3 3.500h11l-3-3.500V76M152 85v6" />
    )}
  </svg>
);
