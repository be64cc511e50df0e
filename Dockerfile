# What the programs and the migrations are made with.
FROM node:20-bookworm-slim AS build
WORKDIR /etude
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN npm run --silent build

# Migrates and ends: it needs Prisma's schema engine, which the programs don't.
FROM build AS migrate
CMD ["node", "scripts/db-migrate.mjs"]

# Runs the programs: our bundles, and the packages they use.
FROM build AS pruned
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error

FROM node:20-bookworm-slim AS run
WORKDIR /etude
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=pruned /etude/package.json ./
COPY --from=pruned /etude/node_modules ./node_modules
COPY --from=pruned /etude/build ./build
USER node
CMD ["node", "--enable-source-maps", "build/server/main.js"]
