import type { Page } from '@playwright/test';

export function clipboardText( page: Page ): Promise< string > {
	return page.evaluate( () => navigator.clipboard.readText() );
}
