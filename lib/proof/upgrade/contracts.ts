/**
 * What a step of the schema takes away or forbids although the version before runs beside it: by the step, the sentence
 * of `breaksVersionBefore` and why nobody misses it. What is taken away has to be unused since the step before, at least.
 */
export const contracts: Readonly<Record<string, Readonly<Record<string, string>>>> = {}
