"""Pulls the payroll report of a period into a CSV file.

    ROLLCALL_URL=http://localhost:4000 ROLLCALL_KEY=rk_... python payroll.py 2026-10-01 2026-10-31 payroll.csv

The key needs the scope reports:read and no other. The period must not be longer than 92 days.
"""

import csv
import os
import sys

from gql import Client, GraphQLRequest, gql
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.requests import RequestsHTTPTransport

PAYROLL = gql(
    """
    query Payroll($from: LocalDate!, $to: LocalDate!, $after: String) {
      attendanceReport(input: {kind: PAYROLL, from: $from, to: $to, first: 500, after: $after}) {
        columns { key type }
        rows
        pageInfo { hasNextPage endCursor }
      }
    }
    """
)
ATTEMPTS = 5


def connect() -> Client:
    url = os.environ.get("ROLLCALL_URL", "http://localhost:4000")
    headers = {"Authorization": f"Bearer {os.environ['ROLLCALL_KEY']}"}
    # 429 and 503 come with Retry-After, which the transport waits for. A query can be repeated as often as one likes.
    transport = RequestsHTTPTransport(
        url=f"{url}/graphql",
        headers=headers,
        timeout=60,
        retries=ATTEMPTS,
        retry_status_forcelist=[429, 502, 503, 504],
    )
    return Client(transport=transport)


def read_report(client: Client, first_date: str, last_date: str):
    """Yields the columns, then each row as a dict by their keys."""
    after = None
    while True:
        variables = {"from": first_date, "to": last_date, "after": after}
        report = client.execute(GraphQLRequest(PAYROLL, variable_values=variables))["attendanceReport"]
        if after is None:
            yield [column["key"] for column in report["columns"]]
        yield from report["rows"]
        if not report["pageInfo"]["hasNextPage"]:
            return
        after = report["pageInfo"]["endCursor"]


def main(first_date: str, last_date: str, file_name: str) -> int:
    try:
        lines = read_report(connect(), first_date, last_date)
        columns = next(lines)
        with open(file_name, "w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns)
            table.writeheader()
            count = 0
            for row in lines:
                table.writerow(row)
                count += 1
    except TransportQueryError as error:
        first = (error.errors or [{}])[0]
        print(f"{first.get('extensions', {}).get('code')}: {first.get('message')}", file=sys.stderr)
        return 2
    except TransportError as error:
        print(f"NETWORK: {error}", file=sys.stderr)
        return 2
    print(f"{count} rows")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
