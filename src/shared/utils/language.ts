/**
 * Returns the language of the admin screen, which need not be the browser's.
 */
export function adminLanguage(): string | undefined {
	const language = document.documentElement.lang;
	try {
		return Intl.getCanonicalLocales( language )[ 0 ];
	} catch {
		// WordPress knows locales that Intl refuses, e.g. de_DE_formal.
		return undefined;
	}
}
