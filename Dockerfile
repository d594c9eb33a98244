# Builds the bot, then keeps only what it needs to run.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY knowledge ./knowledge
COPY dialogs ./dialogs
COPY bot ./bot
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# The only folder that the bot writes to, where it keeps its SQLite file when no DATABASE_URL is given.
RUN mkdir data && chown node:node data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/knowledge ./knowledge
USER node
EXPOSE 3978
VOLUME /app/data
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No npm in between, so that signals reach the bot.
CMD ["node", "--max-semi-space-size=8", "dist/bundle/main.js"]
