import type { ReactNode } from 'react'

type Props = {
  readonly id?: string
  readonly legend: string
  readonly describedBy?: string | undefined
  /** How far apart things are. */
  readonly className: string
  readonly children: ReactNode
}

/** A card of fields that belong together. Its heading floats, or it would lie on the edge: in a flex box WebKit lets none. */
export const FieldGroup = ({ id, legend, describedBy, className, children }: Props) => (
  <fieldset id={id} aria-describedby={describedBy} className="card min-w-0">
    <legend className="heading float-start mb-3 w-full">{legend}</legend>
    <div className={`clear-both flex flex-col ${className}`}>{children}</div>
  </fieldset>
)
