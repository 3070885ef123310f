#!/usr/bin/env bash
# nginx as anybody, on a free port of loopback, with the files of a folder, which is made where it is missing; ends with the shell that began it, or when the file
# FOLDER/end appears.
#
#   nginx.sh FOLDER DOCUMENTS
#
# Everything of its own is in FOLDER. When it answers, FOLDER/ready has its address. Says on standard output why not, and ends
# with 77, where it cannot be had.
set -uo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/daemons.sh" nginx
PATH=$PATH:/usr/sbin
command -v nginx >/dev/null || give_up "it is not installed (Debian: nginx-light)"
mkdir -p "$2"
documents=$(cd "$2" && pwd) || give_up "no folder '$2'"
mkdir -p "$1" && cd "$1" || give_up "no folder '$1'"
port=$(free_port)
# No worker of another user, who could not read the folder of a test; types as Debian's package has them.
cat >nginx.conf <<END
daemon off;
master_process off;
pid $PWD/nginx.pid;
error_log $PWD/error.log;
events {}
http {
    include /etc/nginx/mime.types;
    access_log $PWD/access.log;
    client_body_temp_path $PWD/body;
    proxy_temp_path $PWD/proxy;
    fastcgi_temp_path $PWD/fastcgi;
    uwsgi_temp_path $PWD/uwsgi;
    scgi_temp_path $PWD/scgi;
    server {
        listen 127.0.0.1:$port;
        root $documents;
        location ~ /\. { return 404; }
    }
}
END
nginx -p "$PWD" -c "$PWD/nginx.conf" -e "$PWD/error.log" >nginx.out 2>&1 &
daemons+=($!)
for wait in {1..50}; do
    curl -s -o /dev/null "http://127.0.0.1:$port/" && break
    kill -0 "${daemons[0]}" 2>/dev/null || give_up "it ended: $(tail -n 1 error.log)"
    sleep 0.1
done
echo "http://127.0.0.1:$port" >ready.part
mv ready.part ready

wait_for_end
finish 0
