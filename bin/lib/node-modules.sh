# Installs the npm packages if the lock file changed. The commands in bin/ source this file from the root of the
# checkout.
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
	echo '[shop] installing node packages (npm install)' >&2
	# The browser comes from the system. `npm ci` fails if binaries of other platforms are missing in the registry.
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1 \
		npm install --no-audit --no-fund --loglevel=error >&2
	touch node_modules/.package-lock.json
fi
