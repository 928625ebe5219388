/** The sign of the project: two arcs of one sea around one place. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      width="1em"
      height="1em"
      role="img"
      aria-label="COWORKMed"
      fill="none"
      stroke="currentColor"
    >
      <path d="M3 25a13 13 0 0 1 26 0" strokeWidth={3} strokeLinecap="round" />
      <path d="M9 25a7 7 0 0 1 14 0" strokeWidth={3} strokeLinecap="round" />
      <circle cx={16} cy={25} r={1.8} fill="currentColor" stroke="none" />
    </svg>
  )
}
