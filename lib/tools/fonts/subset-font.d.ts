declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string | null,
    options: {
      targetFormat: 'woff2' | 'truetype'
      variationAxes?: Record<string, number | { min: number; max: number }>
      noHinting?: boolean
      noLayoutClosure?: boolean
      keepAllGlyphs?: boolean
    },
  ): Promise<Buffer>
}
