# Installs the node packages when the lock file says something else than what is there.
# Sourced by the commands in bin/, from the checkout's root.
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
	echo '[shop] installing node packages (npm install)' >&2
	# The browser comes from the system; `npm ci` would insist on binaries of other platforms.
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1 \
		npm install --no-audit --no-fund --loglevel=error >&2
	touch node_modules/.package-lock.json
fi
