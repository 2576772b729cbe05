import type { Link } from '../shared/api/schemas';
import type { DialogKind } from './dialogs/dialog-registry';

/** The open dialog and its link. */
export type Dialog = {
	readonly kind: DialogKind;
	readonly linkId: number;
};

/** What a screen does with a link. The panel and the page of all links show the results in different ways. */
export type LinkCommands = {
	readonly refresh: ( link: Link ) => Promise< void >;
	readonly openDialog: ( kind: DialogKind, link: Link ) => void;
	/** Starts a new link with the values of this one. */
	readonly duplicate: ( link: Link ) => Promise< void >;
	/** Creates a link for the amount due now, then cancels this one. */
	readonly renew: ( link: Link ) => Promise< void >;
};
