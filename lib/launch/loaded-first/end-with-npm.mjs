// Loaded into a server that the launcher became: nothing stands between it and npm.
import { isMainThread } from 'node:worker_threads'
import { followNpm } from './follow-npm.mjs'

if (isMainThread) followNpm(() => process.kill(process.pid, 'SIGTERM'))
