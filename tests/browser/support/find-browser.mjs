// Runs on any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
]

const PLAYWRIGHT_CACHES = ['.cache/ms-playwright', 'Library/Caches/ms-playwright', 'AppData/Local/ms-playwright']
const IN_CACHE = ['chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe']

const cached = () =>
  PLAYWRIGHT_CACHES.map((folder) => join(homedir(), folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('chromium-'))
        .map((name) => join(folder, name)),
    )
    .flatMap((folder) => IN_CACHE.map((path) => join(folder, path)))

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))

function installOnDebian() {
  if (process.getuid?.() !== 0 || !isDebian()) return
  process.stdout.write('Installing Chromium\n')
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', 'chromium')
}

const found = () => [process.env.CHROMIUM_PATH, ...USUAL_PLACES, ...cached()].find((path) => path && existsSync(path))

/** The path of a Chrome or Chromium, installed first where we can; undefined when there is none. */
export function findBrowser() {
  if (!found()) installOnDebian()
  return found()
}
