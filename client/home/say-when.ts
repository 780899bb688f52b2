const DAY_MS = 24 * 60 * 60 * 1_000

const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** A moment as people say it: today with the time, this week by the day's name, else by its date. */
export function sayWhen(date: Date, now: Date, language: string): { isToday: boolean; day: string; time: string } {
  const daysAgo = Math.round((midnight(now) - midnight(date)) / DAY_MS)
  const say = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options).format(date)
  const day = daysAgo < 7 ? say({ weekday: 'long' }) : say({ day: 'numeric', month: 'long' })
  return {
    isToday: daysAgo <= 0,
    day: day.charAt(0).toLocaleUpperCase(language) + day.slice(1),
    time: say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}
