import type { Locale } from '@/lib/core/locale'
import type { CollectionView } from '@/lib/views/catalogue'
import { ShelfPicture } from './shelf-picture'

type Props = {
  readonly locale: Locale
  readonly collections: readonly CollectionView[]
  readonly columns: string
}

/** The collections, each with its picture and its sentence. */
export const ShelfList = ({ locale, collections, columns }: Props) => (
  <ul className={`grid gap-x-6 gap-y-10 ${columns}`}>
    {collections.map(({ id, name, lead }) => (
      <li key={id}>
        <a href={`/${locale}/collections/${id}`} className="shelf-card">
          <div className="shelf-picture">
            <ShelfPicture
              of={id}
              sizes="(width >= 64rem) 36rem, (width >= 40rem) 46vw, 92vw"
              className="aspect-[16/10] w-full object-cover"
            />
          </div>
          <div className="flex flex-col gap-1">
            <h3 className="heading">
              <span className="shelf-name">{name}</span>
            </h3>
            <span className="max-w-prose text-quiet">{lead}</span>
          </div>
        </a>
      </li>
    ))}
  </ul>
)
