# The hub as one image: built with everything, run with what it needs.
FROM node:24-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json ./
RUN npm install --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /hub
COPY --from=build --chown=root:root /hub/package.json ./
COPY --from=build --chown=root:root /hub/node_modules ./node_modules
COPY --from=build --chown=root:root /hub/locales ./locales
COPY --from=build --chown=root:root /hub/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
