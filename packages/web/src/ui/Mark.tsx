/** The seal 擂台, drawn by us; the same file is the favicon. */
export const Mark = ({ size = 40 }: { size?: number }) => (
  <img src="/mark.svg" width={size} height={size} alt="擂台" />
);
