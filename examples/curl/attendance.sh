#!/bin/sh
# Registers a person and marks attendance, with curl alone:
#   ROLLCALL_URL=http://localhost:4000 ROLLCALL_KEY=rk_… sh attendance.sh NUMBER NAME PHOTO CAMERA_PHOTO
# The key needs employees:write, faces:write and attendance:write. Ends with 0 if the mark was recorded.
set -eu

[ $# -eq 4 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
number=$1 name=$2 photo=$3 camera=$4
url=${ROLLCALL_URL:-http://localhost:4000}

# The key goes through a file descriptor, not the command line, which other users of the machine can see.
ask() {
  curl --silent --show-error --retry 4 --max-time 120 --config /dev/fd/3 --data @- "$url/graphql" 3<<END
header = "authorization: Bearer $ROLLCALL_KEY"
header = "content-type: application/json"
END
}
in_base64() { base64 <"$1" | tr -d '\n'; }
# The value of a text in an answer: no jq needed for a handful of fields.
value_of() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }
in_json() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

id=$(ask <<END | value_of id
{"query": "mutation (\$input: CreateEmployeeInput!) { createEmployee(input: \$input) { id } }",
 "variables": {"input": {"number": "$(in_json "$number")", "name": "$(in_json "$name")"}}}
END
)
[ -n "$id" ] || { echo "The person could not be added. Is the number taken?" >&2; exit 1; }

ask <<END | value_of textVersion
{"query": "mutation (\$input: RecordConsentInput!) { recordConsent(input: \$input) { textVersion } }",
 "variables": {"input": {"employeeId": "$id", "method": "PAPER"}}}
END

ask <<END | value_of outcome
{"query": "mutation (\$input: RegisterFaceInput!) { registerFace(input: \$input) { outcome } }",
 "variables": {"input": {"employeeId": "$id", "images": [{"base64": "$(in_base64 "$photo")"}]}}}
END

# One key for each mark, made once: sent again with the same key, the mark is not made twice.
key="curl-$(date +%s)-$$"
outcome=$(ask <<END | value_of outcome
{"query": "mutation (\$input: RecordAttendanceInput!) { recordAttendance(input: \$input) { outcome event { at } } }",
 "variables": {"input": {"idempotencyKey": "$key", "employeeNumber": "$(in_json "$number")",
   "image": {"base64": "$(in_base64 "$camera")"}}}}
END
)
echo "$outcome"
[ "$outcome" = RECORDED ]
