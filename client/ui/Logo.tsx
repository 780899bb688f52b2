import logo from './logo.svg'

/** A table with six seats. The name stands beside it or on the link around it. */
export function Logo({ size = 38 }: { size?: number }) {
  return <img src={logo} width={size} height={size} alt="" />
}
