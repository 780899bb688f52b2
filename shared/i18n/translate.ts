/** Sentences under their names, in groups, as a file of `shared/i18n` holds them. */
export interface Texts {
  readonly [name: string]: string | Texts
}

/** What fills the gaps of a text, by name. `count` also chooses the form: `people_one`, `people_other`. */
export type Values = Readonly<Record<string, string | number | boolean>>

function find(texts: Texts, key: string): string | undefined {
  let found: string | Texts | undefined = texts
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined
  return typeof found === 'string' ? found : undefined
}

const pluralOf = (count: number, language: string): string => new Intl.PluralRules(language).select(count)

/** The text of a key such as `save.offline.body`; undefined when there is none. Nought may have words of its own. */
export function translate(texts: Texts, key: string, language: string, values: Values = {}): string | undefined {
  const { count } = values
  const text =
    typeof count === 'number'
      ? ((count === 0 ? find(texts, `${key}_zero`) : undefined) ??
        find(texts, `${key}_${pluralOf(count, language)}`) ??
        find(texts, key))
      : find(texts, key)
  return text?.replace(/{{(\w+)}}/g, (gap, name: string) => String(values[name] ?? gap))
}
