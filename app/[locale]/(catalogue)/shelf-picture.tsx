import { Picture } from '@/components/picture'

/** The banner of each shelf. One that was added later has none yet. */
const banners: Readonly<Record<string, string>> = {
  pantry: 'banner-pantry',
  table: 'banner-table',
  home: 'banner-home-things',
  paper: 'banner-paper',
}

type Props = {
  readonly of: string
  readonly sizes: string
  readonly className: string
  readonly first?: true
}

export function ShelfPicture({ of, ...look }: Props) {
  const banner = banners[of]
  return banner && <Picture of={banner} banner {...look} />
}
