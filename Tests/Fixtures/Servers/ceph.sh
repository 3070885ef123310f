#!/usr/bin/env bash
# A Ceph cluster of one monitor and one store in memory, with its S3 gateway, on loopback; ends with the shell that began it, or
# when the file FOLDER/end appears.
#
#   ceph.sh FOLDER
#
# Everything is in FOLDER, which is to be empty. When the gateway answers, FOLDER/ready has address and key as lines of a
# shell, and a bucket `reports` is there. Says on standard output why not, and ends with 77, where it cannot be had.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/daemons.sh" radosgw

for program in ceph-mon ceph-osd radosgw radosgw-admin ceph-authtool monmaptool ceph; do
    command -v "$program" >/dev/null || give_up "$program is not installed (Debian: ceph-mon ceph-osd radosgw ceph-common)"
done
mkdir -p "$1" && cd "$1" || give_up "no folder '$1'"
mkdir -p mon osd run

cluster=$(python3 -c 'import uuid; print(uuid.uuid4())')
monitor=$(free_port)
gateway=$(free_port)

# Nobody but this machine reaches it, and nothing of it stays: no copies, no disk.
export CEPH_CONF=$PWD/ceph.conf
cat >ceph.conf <<END
[global]
fsid = $cluster
mon host = v2:127.0.0.1:$monitor
mon data = $PWD/mon
osd data = $PWD/osd
run dir = $PWD/run
admin socket =
log file = $PWD/\$name.log
pid file =
keyring = $PWD/keyring
public network = 127.0.0.0/8
ms bind ipv6 = false
mon allow pool size one = true
mon warn on pool no redundancy = false
mon max pg per osd = 1000
mon data avail crit = 1
mon data avail warn = 2
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 1073741824
osd class load list = *
osd class default list = *
osd memory target = 939524096
rgw rados pool pg num min = 1
rgw rados pool autoscale bias = 1
rgw frontends = beast endpoint=127.0.0.1:$gateway
rgw thread pool size = 16
rgw enable usage log = false
rgw run sync thread = false
END

# One ring with the keys of all: the gateway does not go without.
ring() { ceph-authtool keyring --gen-key "$@" >>keys.log 2>&1 || give_up "no keys can be made"; }
ring --create-keyring -n mon. --cap mon 'allow *'
ring -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
ring -n client.rgw --cap mon 'allow rwx' --cap osd 'allow rwx'
ring -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'

monmaptool --create --fsid "$cluster" --addv a "[v2:127.0.0.1:$monitor]" map >monmap.log 2>&1 || give_up "no map of monitors"
ceph-mon -i a --mkfs --monmap map --keyring keyring >mon.mkfs.log 2>&1 || give_up "the monitor cannot be made"
ceph-mon -f -i a >mon.out 2>&1 &
daemons+=($!)

ask() { timeout -s KILL 30 ceph --connect-timeout 20 "$@"; }
store=$(python3 -c 'import uuid; print(uuid.uuid4())')
ask osd new "$store" >osd.new.log 2>&1 || give_up "the monitor does not answer"
ceph-osd -i 0 --mkfs --osd-uuid "$store" >osd.mkfs.log 2>&1 || give_up "the store cannot be made"
ceph-osd -f -i 0 >osd.out 2>&1 &
daemons+=($!)
for wait in {1..120}; do
    ask osd stat 2>/dev/null | grep -q '1 up' && break
    sleep 0.5
done
ask osd stat 2>/dev/null | grep -q '1 up' || give_up "the store does not come up"

radosgw -f -n client.rgw >rgw.out 2>&1 &
daemons+=($!)
alive() { curl -s -o /dev/null --max-time 5 "http://127.0.0.1:$gateway/"; }
for wait in {1..240}; do
    alive && break
    kill -0 "${daemons[2]}" 2>/dev/null || give_up "the gateway ended"
    sleep 0.5
done
alive || give_up "the gateway does not answer"
timeout -s KILL 60 radosgw-admin user create --uid=night --display-name=night --access-key=nightkey \
    --secret-key=nightsecret >user.json 2>user.log || give_up "no user can be made"
# The region is the name of Ceph's zone group.
python3 "$here/make_bucket.py" "http://127.0.0.1:$gateway" nightkey nightsecret default reports >bucket.log 2>&1 ||
    give_up "no bucket can be made"
echo "export AWS_ENDPOINT_URL=http://127.0.0.1:$gateway AWS_ACCESS_KEY_ID=nightkey AWS_SECRET_ACCESS_KEY=nightsecret \
AWS_REGION=default" >ready.part
mv ready.part ready

wait_for_end
finish 0
