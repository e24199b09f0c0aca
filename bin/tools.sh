# Sourced by the bin scripts: checks the tools of a build and says what is missing. POSIX sh.
. "$home/bin/find-jdk.sh"
missing() {
  echo "This needs $1, and found $2." >&2
  echo "  $3" >&2
  exit 1
}
command -v mvn >/dev/null 2>&1 || missing "Maven 3.8 or newer" "none" "apt install maven"
command -v node >/dev/null 2>&1 || missing "Node 20 or newer" "none" "apt install nodejs npm"
node -e 'process.exit(+process.versions.node.split(".")[0] >= 20 ? 0 : 1)' ||
  missing "Node 20 or newer" "$(node --version)" "Install a newer one, such as from nodejs.org."

# Newer than the jar? Then it is built again.
stale() {
  jar="$home/target/coursewright.jar"
  [ -f "$jar" ] || return 0
  newer=$(find "$home/src/main" "$home/web" "$home/pom.xml" -path "$home/web/node_modules" -prune -o \
    -path "$home/web/dist" -prune -o -type f -newer "$jar" -print -quit)
  [ -n "$newer" ]
}
