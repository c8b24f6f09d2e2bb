// Loaded into Next and every process that Next makes. A process whose parent is killed is handed to
// another parent: then it ends too, instead of holding the port for ever.
import { isMainThread } from 'node:worker_threads'

const parent = process.ppid

if (isMainThread)
  setInterval(() => {
    if (process.ppid === parent) return
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 10_000).unref()
  }, 1000).unref()
