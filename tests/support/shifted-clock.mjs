/**
 * Loaded before a server (`node --import`), gives it a clock that is a day ahead, and puts it back two days, to a day behind,
 * when the process gets SIGUSR2: what a machine does whose time is set right at last.
 */
const DAY_MS = 24 * 60 * 60 * 1000
const RealDate = Date
let shift = DAY_MS

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift)
    else super(...args)
  }
  static now() {
    return RealDate.now() + shift
  }
}
process.on('SIGUSR2', () => {
  shift -= 2 * DAY_MS
})
