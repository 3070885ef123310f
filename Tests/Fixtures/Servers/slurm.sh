#!/usr/bin/env bash
# A Slurm cluster of one node on loopback, with its daemons and munge as the user that calls; ends with the shell that began it,
# or when the file FOLDER/end appears.
#
#   slurm.sh FOLDER
#
# Everything is in FOLDER, which is to be empty. When jobs can be submitted, FOLDER/ready has what the programs need in their
# environment. Says on standard output why not, and ends with 77, where it cannot be had.
set -uo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/daemons.sh" Slurm

PATH=$PATH:/usr/sbin:/sbin
for program in munged mungekey slurmctld slurmd sbatch sinfo; do
    command -v "$program" >/dev/null || give_up "$program is not installed (Debian: slurm-wlm munge)"
done
[ "$(id -u)" = 0 ] || give_up "slurmd needs root"
mkdir -p "$1" && cd "$1" || give_up "no folder '$1'"
chmod 755 .
mkdir -p state spool

# The folder may lie below one that anybody may write to, and the socket's name may be no longer than 100 bytes.
socket=$(mktemp -u /tmp/tearsheet-munge-XXXXXX)
mungekey --create --keyfile="$PWD/munge.key" >munge.log 2>&1 || give_up "no key can be made"
munged --foreground --force --key-file="$PWD/munge.key" --socket="$socket" --log-file="$PWD/munged.log" \
    --pid-file="$PWD/munged.pid" --seed-file="$PWD/munge.seed" >>munge.log 2>&1 &
daemons+=($!)
for wait in {1..50}; do [ -S "$socket" ] && break; sleep 0.1; done
[ -S "$socket" ] || give_up "munged does not come up"

cat >slurm.conf <<END
ClusterName=trial
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$socket
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
StateSaveLocation=$PWD/state
SlurmdSpoolDir=$PWD/spool
SlurmctldPidFile=$PWD/slurmctld.pid
SlurmdPidFile=$PWD/slurmd.pid
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmctldLogFile=$PWD/slurmctld.log
SlurmdLogFile=$PWD/slurmd.log
ReturnToService=2
MinJobAge=300
NodeName=localhost NodeAddr=127.0.0.1 CPUs=8 RealMemory=4000 State=UNKNOWN
PartitionName=night Nodes=localhost Default=YES MaxTime=INFINITE State=UP
SlurmdParameters=config_overrides
END
export SLURM_CONF=$PWD/slurm.conf
slurmctld -D >slurmctld.out 2>&1 &
daemons+=($!)
slurmd -D -N localhost >slurmd.out 2>&1 &
daemons+=($!)
for wait in {1..100}; do
    [ "$(timeout -s KILL 10 sinfo -h -o %t 2>/dev/null)" = idle ] && break
    sleep 0.3
done
[ "$(timeout -s KILL 10 sinfo -h -o %t 2>/dev/null)" = idle ] || give_up "the node does not become idle"
echo "export SLURM_CONF=$SLURM_CONF" >ready.part
mv ready.part ready

wait_for_end
rm -f "$socket" "$socket.lock"
finish 0
