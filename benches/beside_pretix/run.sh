#!/usr/bin/env bash
# pretix and Rendezvous in one run, on one machine and one Postgres: requests a second, processor time a request, memory.
#
#   TEST_DATABASE_URL=postgres://user@host:port/postgres benches/beside_pretix/run.sh FOLDER [REQUESTS] [CLIENTS]
#
# FOLDER gets pretix (from PyPI, some minutes) and stays. pretix runs as its manual says, with gunicorn, without Redis: then
# it has no cache and no queue of tasks. Its order is one request of the API and no mail; our registration is the whole form,
# eleven requests and a mail.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="$(mkdir -p "$1" && cd "$1" && pwd)" requests="${2:-300}" clients="${3:-10}"
url="${TEST_DATABASE_URL:?names a server of Postgres}"
server="${url%/*}"
user="${server#*//}" user="${user%%@*}"
host="${server##*@}" port="${host##*:}" host="${host%%:*}"

[ -x "$folder/venv/bin/gunicorn" ] || {
  python3 -m venv "$folder/venv"
  "$folder/venv/bin/pip" install -q pretix gunicorn
}
database="pretix_$$"
psql -q "$url" -c "CREATE DATABASE $database"
mkdir -p "$folder/data"
cat >"$folder/pretix.cfg" <<CFG
[pretix]
instance_name=Beside
url=http://127.0.0.1:8345
datadir=$folder/data
[database]
backend=postgresql
name=$database
user=$user
host=$host
port=$port
[mail]
from=events@example.org
host=127.0.0.1
port=9
[django]
secret=$(head -c 24 /dev/urandom | base64)
CFG
export PRETIX_CONFIG_FILE="$folder/pretix.cfg"
python="$folder/venv/bin/python"
cd "$folder"
"$python" -m pretix migrate >migrate.log 2>&1
"$python" -m pretix rebuild >rebuild.log 2>&1
token="$("$python" -m pretix shell <"$here/seed.py" 2>seed.log | sed -n 's/^TOKEN //p')"
"$folder/venv/bin/gunicorn" pretix.wsgi -w 3 -b 127.0.0.1:8345 --log-level error >gunicorn.log 2>&1 &
gunicorn=$!
trap 'kill $gunicorn 2>/dev/null || true; sleep 1; psql -q "$url" -c "DROP DATABASE IF EXISTS $database WITH (FORCE)"' EXIT
for _ in $(seq 60); do curl -fs -o "$folder/page" http://127.0.0.1:8345/org/ecc/ && break; sleep 1; done
python3 "$here/load.py" "pretix event page" "$gunicorn" http://127.0.0.1:8345/org/ecc/ "$requests" "$clients"
python3 "$here/load.py" "pretix order" "$gunicorn" http://127.0.0.1:8345/api/v1/organizers/org/events/ecc/orders/ "$requests" "$clients" "$token"
