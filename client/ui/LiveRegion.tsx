/** Says its text to screen readers when it changes, without taking focus. */
export function LiveRegion({ children }: { children: string }) {
  return (
    <div className="visually-hidden" role="status">
      {children}
    </div>
  )
}
