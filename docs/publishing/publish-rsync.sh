#!/bin/sh
# Builds the site and brings it to a web server: publish-rsync.sh USER@HOST:/srv/www/arkisto https://example.org/arkisto/
# Only what has changed is built and sent. Files that are no longer part of the site go last, so that no reader meets a
# page whose styles are gone. HAKU_CONTACTS (all, roles or none) is what is shown of contact persons.
set -eu
target=${1:?the folder on the server, such as user@host:/srv/www/arkisto}
base_url=${2:?the address of the site, such as https://example.org/arkisto/}
haku site --output public --base-url "$base_url" --operator "${HAKU_OPERATOR:?how readers reach you}" --contacts "${HAKU_CONTACTS:-all}"
rsync --archive --compress --delay-updates --delete-after public/ "$target/"
