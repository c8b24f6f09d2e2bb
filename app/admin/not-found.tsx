import { NothingHere } from './parts/nothing-here'

export default function DeskNotFound() {
  return <NothingHere />
}
