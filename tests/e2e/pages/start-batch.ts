import type { Locator } from '@playwright/test';

/** Starts the batch of a dialog. */
export async function startBatch( dialog: Locator ): Promise< void > {
	await dialog.getByRole( 'button', { name: 'Start', exact: true } ).click();
}
