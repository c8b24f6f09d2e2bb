const EXPLAINS = 'It writes down what changed the stock by itself, and refuses nothing.'

/**
 * What a step does that `breaksVersionBefore` complains of, and why the version before, which runs beside the new one, can
 * live with it. What is taken away has to be unused since the step before, at least.
 */
export const whyItIsFine: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '017-stock': {
    'The trigger stock_is_explained of variants is new and acts on what the version before writes.':
      EXPLAINS,
    'The trigger stock_is_explained_at_first of variants is new and acts on what the version before writes.':
      EXPLAINS,
  },
}
