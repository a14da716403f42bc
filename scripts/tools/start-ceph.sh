#!/bin/bash
# Starts a Ceph object gateway, an S3 server of the kind that runs in production, for the tests: real signatures, real
# checksums, exact conditional writes. One monitor, one storage daemon in memory, one gateway, all on the loopback interface.
# Needs root on Debian (bookworm or later). Runs until it is stopped and then takes everything down with it.
#
#   scripts/tools/start-ceph.sh &                        http://127.0.0.1:7480
#   EDP_TEST_S3_URL=http://127.0.0.1:7480 npm run --workspace apps/edp-api test:faults
set -euo pipefail

url=http://127.0.0.1:7480
command -v radosgw >/dev/null ||
  apt-get install -qq -y --no-install-recommends radosgw ceph-mon ceph-osd >/dev/null

home=$(mktemp -d)
chmod 755 "$home"
conf="$home/ceph.conf"
keys="$home/keyring"
cluster=$(cat /proc/sys/kernel/random/uuid)
disk=$(cat /proc/sys/kernel/random/uuid)
mkdir "$home/mon" "$home/osd" "$home/gateway" "$home/run"

cat >"$conf" <<CONF
[global]
fsid = $cluster
mon host = v2:127.0.0.1:3300/0
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
ms bind port min = 6800
ms bind port max = 6840
keyring = $keys
run dir = $home/run
admin socket = $home/run/\$name.asok
pid file = $home/run/\$name.pid
log file = $home/run/\$name.log
mon data = $home/mon
osd data = $home/osd
osd objectstore = memstore
memstore device bytes = 2147483648
# One copy on one disk is all there is.
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd crush update on start = false
osd class load list = *
osd class default list = *
mon allow pool size one = true
mon max pg per osd = 2000
mon data avail warn = 1
mon data avail crit = 1
[client]
rgw data = $home/gateway
rgw frontends = beast endpoint=127.0.0.1:7480
rgw dns name = localhost
rgw run sync thread = false
CONF

stop() {
  for file in "$home"/run/*.pid; do [ -e "$file" ] && kill "$(cat "$file")" 2>/dev/null || true; done
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 0' INT TERM

ceph-authtool --create-keyring "$keys" --gen-key -n mon. --cap mon 'allow *' >/dev/null
ceph-authtool "$keys" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
ceph-authtool "$keys" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'
monmaptool --create --clobber --fsid "$cluster" --addv a v2:127.0.0.1:3300/0 "$home/monmap" >/dev/null
ceph-mon -c "$conf" -i a --mkfs --monmap "$home/monmap" --keyring "$keys"
ceph-mon -c "$conf" -i a
ceph -c "$conf" osd new "$disk" 0 >/dev/null
ceph -c "$conf" auth add osd.0 mon 'allow profile osd' osd 'allow *' -i "$keys" 2>/dev/null || true # the keyring has it
ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$disk" 2>/dev/null
ceph -c "$conf" osd crush add-bucket here host 2>/dev/null
ceph -c "$conf" osd crush move here root=default 2>/dev/null
ceph -c "$conf" osd crush add osd.0 1 host=here root=default 2>/dev/null
ceph-osd -c "$conf" -i 0 2>/dev/null
# The keys that the tests use.
radosgw-admin -c "$conf" user create --uid test --display-name test --access-key test --secret-key test >/dev/null 2>&1

radosgw -f -c "$conf" -n client.admin --keyring "$keys" >"$home/run/gateway.log" 2>&1 &
gateway=$!
echo "$gateway" >"$home/run/gateway.pid"
until curl -s -o /dev/null "$url"; do
  kill -0 "$gateway"
  sleep 0.2
done
echo "Ceph answers at $url"
wait "$gateway"
