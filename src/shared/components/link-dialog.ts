import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import type { ScreenConfig } from '../api/screen-config';

/** Props of the content of a dialog for one link. The dialog frame has the title and the close button. */
export type LinkDialogProps = {
	readonly link: Link;
	readonly config: ScreenConfig;
	readonly client: PaymentLinksClient;
	/** Updates the link in the list behind the dialog. `isRemoteChange` marks a change that somebody else made. */
	readonly showLink: (
		link: Link,
		options?: { isRemoteChange: boolean }
	) => void;
	/** Called when the dialog has created another link. */
	readonly onCreated?: ( link: Link ) => void;
	readonly close: () => void;
};
