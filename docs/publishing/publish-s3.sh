#!/bin/sh
# Builds the site and brings it to a bucket of an S3-like storage: publish-s3.sh s3://bucket/arkisto https://example.org/arkisto/
# Needs the aws command and its credentials; AWS_ENDPOINT_URL names another provider. HAKU_CONTACTS (all, roles or none) is
# what is shown of contact persons. Types that the command does not know, or takes for others, are sent with their own.
set -euf
target=${1:?the place in the storage, such as s3://bucket/arkisto}
base_url=${2:?the address of the site, such as https://example.org/arkisto/}
haku site --output public --base-url "$base_url" --operator "${HAKU_OPERATOR:?how readers reach you}" --contacts "${HAKU_CONTACTS:-all}"

sent=
send() { # type, how, patterns: neither of these has spaces in it, and -f keeps the shell from filling in patterns
    type=$1 how=$2
    shift 2
    wanted=
    for pattern in "$@"; do
        wanted="$wanted --include $pattern"
        sent="$sent --exclude $pattern"
    done
    aws s3 sync public "$target" --exclude '*' $wanted --content-type "$type" $how
}

# Files of the search that are named by a digest of their content: they never change, and may be kept for a year.
kept='--size-only --cache-control max-age=31536000,immutable'
send application/octet-stream "$kept" '*.pf_fragment' '*.pf_index' '*.pf_filter' '*.pf_meta'
# Everything else keeps its name when it changes, the rest of the search too, and is asked for again.
asked='--cache-control no-cache'
send application/gzip "$asked" '*.gz'
send application/ld+json "$asked" '*.jsonld'
send application/x-bibtex "$asked" '*.bib'
send application/x-research-info-systems "$asked" '*.ris'
send 'text/calendar; charset=utf-8' "$asked" '*.ics'
send 'text/plain; charset=utf-8' "$asked" '*.txt'
send application/atom+xml "$asked" '*/feed.xml' '*/feed/*.xml'
send application/vnd.apache.parquet "$asked" '*.parquet'
aws s3 sync public "$target" $sent $asked
# All is there now: what is no longer part of the site goes.
aws s3 sync public "$target" --delete --size-only
