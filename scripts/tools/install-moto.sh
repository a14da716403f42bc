#!/bin/bash
# Installs moto, the S3 server of the tests, into .tools/moto. On Debian from Debian packages only, without touching
# Python's own packages: bookworm has no moto, so the package itself is unpacked from a later suite; it is pure Python.
# On other systems into a virtual environment.
#   usage: scripts/tools/install-moto.sh [suite]     (default: trixie)
# The tests also take any moto_server on the PATH.
set -euo pipefail

suite=${1:-trixie}
target="$(cd "$(dirname "$0")/../.." && pwd)/.tools/moto"
start="$target/moto_server"

if [ -x "$start" ] && "$start" --help >/dev/null 2>&1; then
  echo "moto is installed in $target"
  exit 0
fi

if ! grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
  rm -rf "$target"
  python3 -m venv "$target"
  "$target/bin/pip" install --quiet 'moto[server]==5.1.1'
  ln -s bin/moto_server "$start"
  echo "moto is installed in $target"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get install -qq -y --no-install-recommends \
  python3-boto3 python3-flask python3-flask-cors python3-responses python3-xmltodict python3-antlr4 \
  python3-cryptography python3-yaml >/dev/null

# A private package list of the later suite: the machine's own sources and state stay as they are.
rm -rf "$target"
mkdir -p "$target/lists/partial" "$target/cache/archives/partial"
archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | sort -u | sed -n 1p)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $suite main" >"$target/sources.list"
private=(
  -o "Dir::Etc::sourcelist=$target/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::lists=$target/lists" -o "Dir::Cache=$target/cache" -o Dir::State::status=/dev/null
  -o APT::Sandbox::User=root
)
apt-get "${private[@]}" update -qq
(cd "$target" && apt-get "${private[@]}" download -qq python3-moto)
dpkg-deb -x "$target"/python3-moto_*_all.deb "$target/root"
rm -rf "$target/lists" "$target/cache" "$target"/*.deb

cat >"$start" <<'START'
#!/bin/bash
here="$(cd "$(dirname "$0")" && pwd)"
export PYTHONPATH="$here/root/usr/lib/python3/dist-packages"
exec /usr/bin/python3 "$here/root/usr/bin/moto_server" "$@"
START
chmod +x "$start"
"$start" --help >/dev/null
echo "moto is installed in $target"
