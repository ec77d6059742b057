# One image for every service; docker-compose.yml chooses the command. No line names a street, so that a fifth one
# changes nothing here.
ARG NODE_IMAGE=node:24-bookworm-slim

# The manifests alone, so that the installations below are repeated when one of them changes and not with every line
# of source. A list of COPY lines, one per workspace, would have to grow with each street.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json -delete \
 && find . -type d -empty -delete

# Optional packages are the embedded PostgreSQL of `npm start`; here PostgreSQL is a service of its own. Nothing that
# runs needs an installation script, so none gets the chance to run.
FROM manifests AS prod-deps
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# The compiler is native and comes as an optional package: nothing is omitted here. Sources and declarations go once
# they are compiled; what stays is programs, data, schemas and manifests.
FROM manifests AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
 && find packages subgraphs gateway -name node_modules -prune -exec rm -rf {} + \
 && find packages subgraphs gateway -type f \
      \( -name '*.ts' -o -name '*.d.ts.map' -o -name 'tsconfig*.json' -o -name '.tsbuildinfo' \) -delete \
 && find packages subgraphs gateway -type d -empty -delete

FROM ${NODE_IMAGE}
# In a container the loopback address serves nobody.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=prod-deps /app/ ./
COPY --from=build /app/packages/ packages/
COPY --from=build /app/subgraphs/ subgraphs/
COPY --from=build /app/gateway/ gateway/
# A new volume takes its owner from here.
RUN mkdir --mode=0700 /jobs && chown 1000:1000 /jobs
# The base image's user `node`, as a number so that an orchestrator can see that it is not root. The files stay
# root's: the program cannot change itself.
USER 1000:1000
# Alive, not ready: a program whose database or neighbour is away mends itself, and restarting it would mend nothing.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The one program that needs no database.
CMD ["node", "gateway/dist/main.js"]
