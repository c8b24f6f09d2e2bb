/** A yuja with its leaf. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" className="shrink-0">
    <circle cx="15.5" cy="18" r="11.5" fill="#ffc91f" />
    <path d="M15.8 8.2C16.4 4 20 2 25.4 2.6 25 7.4 21.2 9.8 15.8 8.2Z" fill="#4f7a34" />
    <path
      d="M8.5 16.5a7 7 0 0 1 5-5.2"
      fill="none"
      stroke="#fff4cc"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
)

export const SearchIcon = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="shrink-0">
    <path
      d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20.5 20.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
)

export const PersonIcon = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="shrink-0">
    <path
      d="M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
)
