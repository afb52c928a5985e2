# chongpai in a container: its own Chromium and fonts, and otherwise only Node and a few hundred MB.
#   docker build -t chongpai .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/paper" chongpai build
# It runs as a user without root rights. The browser's sandbox needs user namespaces: where the host forbids them to
# containers, chongpai says that it prints without it. `--security-opt seccomp=unconfined` allows them; root is never needed.
FROM node:24-bookworm-slim AS program
WORKDIR /opt/chongpai
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY LICENSE LICENSE-FONTS README.md ./
COPY scripts ./scripts
COPY styles ./styles
COPY manuscript ./manuscript
# Bundles the program, so that it never has to write into its own folder.
RUN node scripts/bin.mjs --version

FROM node:24-bookworm-slim
COPY --from=program /opt/chongpai /opt/chongpai
RUN ln -s /opt/chongpai/scripts/bin.mjs /usr/local/bin/chongpai \
    && mkdir /paper /cache && chmod 1777 /paper /cache
# Browser and fonts are unpacked here at the first build: mount a volume to keep them.
ENV CHONGPAI_CACHE=/cache LANG=C.UTF-8
USER node
WORKDIR /paper
ENTRYPOINT ["chongpai"]
CMD ["build"]
