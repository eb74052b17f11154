#!/bin/sh
# Builds the site and brings it to a bucket of an S3-like storage: publish-s3.sh s3://bucket/arkisto https://example.org/arkisto/
# Needs the aws command and its credentials; AWS_ENDPOINT_URL names another provider. Types that the command does not know
# are sent with their own; files whose names change with their content may be kept for long, pages are asked for again.
set -eu
target=${1:?the place in the storage, such as s3://bucket/arkisto}
base_url=${2:?the address of the site, such as https://example.org/arkisto/}
haku site --output public --base-url "$base_url" --operator "${HAKU_OPERATOR:?how readers reach you}"

send() { # pattern, type
    aws s3 sync public "$target" --exclude '*' --include "$1" --content-type "$2" --cache-control 'no-cache'
}
send '*.jsonld' 'application/ld+json'
send '*.bib' 'application/x-bibtex'
send '*.ris' 'application/x-research-info-systems'
send '*.ics' 'text/calendar; charset=utf-8'
send '*feed*.xml' 'application/atom+xml'
send '*.parquet' 'application/vnd.apache.parquet'
aws s3 sync public "$target" --size-only --exclude '*' --include 'pagefind/*' --cache-control 'max-age=31536000'
aws s3 sync public "$target" --delete --cache-control 'no-cache'
