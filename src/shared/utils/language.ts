/** Returns the language of the admin screen, which can differ from the language of the browser. */
export function adminLanguage(): string | undefined {
	const language = document.documentElement.lang;
	try {
		return Intl.getCanonicalLocales( language )[ 0 ];
	} catch {
		// Intl does not accept all WordPress locales, e.g. de_DE_formal.
		return undefined;
	}
}
