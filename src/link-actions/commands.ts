import type { Link } from '../shared/api/schemas';

export type DialogKind = 'cancel' | 'history' | 'qr' | 'waiting' | 'send';

/** The open dialog and its link. */
export type Dialog = {
	readonly kind: DialogKind;
	readonly linkId: number;
};

export type LinkCommands = {
	readonly refresh: ( link: Link ) => Promise< void >;
	readonly openDialog: ( kind: DialogKind, link: Link ) => void;
	/** Opens the form with the values of the link. */
	readonly duplicate: ( link: Link ) => Promise< void >;
	/** Creates a link for the amount due now, then cancels this one. */
	readonly renew: ( link: Link ) => Promise< void >;
};
