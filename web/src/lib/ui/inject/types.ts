import type { NewsItem } from '../../wire'

/** What the forms of the channels show: a piece of news as its reader gets it. */
export type InjectItem = Pick<NewsItem, 'channel' | 'sender' | 'body'> &
  Partial<Pick<NewsItem, 'subject' | 'game' | 'counts' | 'private' | 'shared' | 'stand_in'>>

export interface FormProps {
  item: InjectItem
  /** `15.42`; undefined: this news has no time. */
  time?: string | undefined
  /** The word OEFENING is already in a band above. */
  marked: boolean
  level: 2 | 3 | 4
}
