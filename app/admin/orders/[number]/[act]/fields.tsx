import type { ActMistakes } from '@/lib/core/desk/planned-act'
import type { FieldOfAct } from './fields-of'

type Props = {
  readonly all: readonly FieldOfAct[]
  readonly typed: Readonly<Record<string, string>>
  readonly mistakes: ActMistakes
  readonly words: Readonly<Record<string, string>>
}

/** The fields of one act, each with what is wrong with it. */
export const Fields = ({ all, typed, mistakes, words }: Props) =>
  all.map((field) => {
    const mistake = mistakes[field.name] ?? (field.ofLine ? mistakes.lines : undefined)
    const said = mistake && !field.ofLine ? (words[mistake] ?? '') : null
    return (
      <Field
        key={field.name}
        field={field}
        value={typed[field.name] ?? field.value ?? ''}
        said={said}
        isWrong={mistake !== undefined}
      />
    )
  })

type One = {
  readonly field: FieldOfAct
  readonly value: string
  readonly said: string | null
  readonly isWrong: boolean
}

function Field({ field, value, said, isWrong }: One) {
  const { name, label, hint = null } = field
  const described = [said === null ? '' : `${name}-mistake`, hint === null ? '' : `${name}-hint`]
    .filter(Boolean)
    .join(' ')
  const about = {
    name,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': described || undefined,
  }
  if (field.kind === 'choice')
    return (
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1 font-semibold">{label}</legend>
        <Beside name={name} hint={hint} said={said} />
        {(field.options ?? []).map(({ value: option, label: text }) => (
          <label key={option} className="choice min-h-11">
            <input
              type="radio"
              name={name}
              value={option}
              defaultChecked={option === value || field.options?.length === 1}
            />
            <span className="min-w-0 wrap-anywhere">{text}</span>
          </label>
        ))}
      </fieldset>
    )
  if (field.kind === 'check')
    return (
      <div>
        <label className="choice min-h-11">
          <input type="checkbox" {...about} defaultChecked={value === 'on'} />
          {label}
        </label>
        <Beside name={name} hint={hint} said={said} />
      </div>
    )
  return (
    <div
      className={
        field.kind === 'count' ? 'flex items-center justify-between gap-3' : 'flex flex-col gap-1'
      }
    >
      <label htmlFor={name} className="min-w-0 font-semibold">
        {label}
      </label>
      <Beside name={name} hint={hint} said={said} />
      {field.kind === 'lines' ? (
        <textarea id={name} {...about} rows={6} defaultValue={value} className="field" />
      ) : (
        <input
          id={name}
          type="text"
          autoComplete="off"
          {...about}
          inputMode={field.kind === 'text' ? undefined : 'numeric'}
          defaultValue={value}
          className={field.kind === 'count' ? 'field w-20 shrink-0' : 'field'}
        />
      )}
    </div>
  )
}

type BesideProps = {
  readonly name: string
  readonly hint: string | null
  readonly said: string | null
}

const Beside = ({ name, hint, said }: BesideProps) => (
  <>
    {hint !== null && (
      <p id={`${name}-hint`} className="text-quiet text-sm">
        {hint}
      </p>
    )}
    {said !== null && (
      <p id={`${name}-mistake`} className="font-semibold text-bad text-sm">
        {said}
      </p>
    )}
  </>
)
