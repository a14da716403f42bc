# edp-api as an image: the bundled program, its settings, the selector map and the example catalogue. Nothing else: no
# package manager's modules, no sources. Settings and failure modes: docs/operations.md.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY . .
# The bundle, and beside it what it is made of: apps/edp-api/dist/sbom.cdx.json.
RUN npm ci --no-audit --no-fund && node apps/edp-api/scripts/bundle.mjs && node scripts/sbom.mjs

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8000 \
    EDP_STORE_DIR=/data
WORKDIR /app
COPY --from=build /src/package.json /src/LICENSE /src/cfg.yml /src/hardware_selector_map.yaml ./
COPY --from=build /src/examples/catalogue ./examples/catalogue
COPY --from=build /src/apps/edp-api/package.json ./apps/edp-api/package.json
COPY --from=build /src/apps/edp-api/dist ./apps/edp-api/dist
# Everything above belongs to root; the service may write to its store and to the system's temporary directory alone.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/edp-api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and handles SIGTERM; HOST beyond loopback makes the service ask for EDP_API_TOKENS.
# Garbage is collected by the thread that makes it: packages at their low priority, never before a request.
CMD ["node", "--single-threaded-gc", "apps/edp-api/dist/cli.js", "serve"]
