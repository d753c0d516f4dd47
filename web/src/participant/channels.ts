import { m } from '../lib/paraglide/messages.js'
import type { NewsItem } from '../lib/wire'

const NAMES: Record<NewsItem['channel'], () => string> = {
  mail: m.shared_channel_mail,
  phone: m.shared_channel_phone,
  chat: m.shared_channel_chat,
  news: m.shared_channel_news,
  social: m.shared_channel_social,
  letter: m.shared_channel_letter,
  broadcast: m.shared_channel_broadcast,
  note: m.shared_channel_note,
}

export const channelName = (channel: NewsItem['channel']): string => NAMES[channel]()
