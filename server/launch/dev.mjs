import { install } from './install.mjs'
import { run } from './run.mjs'

install()
run(['--watch', 'server/main.ts'], ['node_modules/vite/bin/vite.js', '--config', 'client/vite.config.ts'])
