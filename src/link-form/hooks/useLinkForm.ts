import { useReducer, useRef } from '@wordpress/element';

import { toApiError } from '../api/errors';
import type { CreateBody, Draft } from '../api/schemas';
import {
	initialState,
	linkFormReducer,
	type Submission,
} from '../link-form/reducer';
import { toCreateBody } from '../link-form/body';
import { lifetimeOf } from '../link-form/expiry';
import {
	FIELD_NAMES,
	type FieldName,
	type LinkFormValues,
} from '../link-form/fields';
import { isAboveDue, validate, type FieldErrors } from '../link-form/validate';

export type LinkForm = {
	readonly values: LinkFormValues;
	/** How long the link will live, in seconds; null when that cannot be read. */
	readonly lifetime: number | null;
	/** Mistakes that may be shown now. */
	readonly errors: FieldErrors;
	readonly submission: Submission;
	/** The customer would pay more than the order owes: a person has to say that this is meant. */
	readonly needsConfirmation: boolean;
	readonly isConfirmationMissing: boolean;
	readonly confirmPaid: boolean;
	readonly change: ( values: Partial< LinkFormValues > ) => void;
	readonly leave: ( field: FieldName ) => void;
	readonly confirm: ( confirmed: boolean ) => void;
	readonly submit: () => Promise< void >;
};

/**
 * Holds one opened form. `create` rejects with an `ApiError`; nothing that was typed is lost then, and the same
 * idempotency key goes out again, so that a second press can never make a second link.
 */
export function useLinkForm( {
	draft,
	due,
	idempotencyKey,
	zone,
	initial = {},
	isForOrder = true,
	create,
}: {
	draft: Draft;
	/** What the order owes, in the currency's smallest unit; null when only the shop knows. */
	due: number | null;
	/** What stands in the form at first instead of what the draft has. */
	initial?: Partial< LinkFormValues >;
	/** There is an order that the customer could pay too much for. */
	isForOrder?: boolean;
	idempotencyKey: string;
	/** The shop's time zone. */
	zone: string;
	create: ( body: CreateBody ) => Promise< void >;
} ): LinkForm {
	// Read anew each time, since a moment that was in the future may be over by now.
	const time = { now: new Date(), zone };
	const [ state, dispatch ] = useReducer(
		linkFormReducer,
		{ draft, time, initial },
		initialState
	);
	const { values, touched, serverErrors, submission, confirmPaid } = state;
	// State turns only at the next render: too late for the second click of a double click.
	const isSending = useRef( false );

	const ownErrors = validate( values, draft, time );
	const needsConfirmation =
		isForOrder &&
		( state.serverAsksConfirmation ||
			isAboveDue( values, draft.values.currency, due ) );
	const wasPressed = submission.kind !== 'none';

	const errors: FieldErrors = {};
	for ( const field of FIELD_NAMES ) {
		const own =
			wasPressed || touched.has( field ) ? ownErrors[ field ] : undefined;
		const message = own ?? serverErrors[ field ];
		if ( message !== undefined ) {
			errors[ field ] = message;
		}
	}

	async function submit(): Promise< void > {
		if ( isSending.current ) {
			return;
		}

		const timeNow = { now: new Date(), zone };
		const body = toCreateBody(
			draft,
			values,
			{
				idempotencyKey,
				confirmPaid: needsConfirmation && confirmPaid,
			},
			timeNow
		);
		if (
			body === null ||
			Object.keys( validate( values, draft, timeNow ) ).length > 0 ||
			( needsConfirmation && ! confirmPaid )
		) {
			dispatch( { type: 'held_back' } );
			return;
		}

		isSending.current = true;
		dispatch( { type: 'sending' } );
		try {
			await create( body );
		} catch ( thrown ) {
			dispatch( { type: 'refused', error: toApiError( thrown ) } );
		} finally {
			isSending.current = false;
		}
	}

	return {
		values,
		lifetime: lifetimeOf( values, time ),
		errors,
		submission,
		needsConfirmation,
		isConfirmationMissing: wasPressed && needsConfirmation && ! confirmPaid,
		confirmPaid,
		change: ( changes ) => dispatch( { type: 'changed', values: changes } ),
		leave: ( field ) => {
			// Whoever passes an empty field may come back to it. And words that appear move what is about to be pressed.
			if ( values[ field ] !== '' ) {
				dispatch( { type: 'left', field } );
			}
		},
		confirm: ( confirmed ) => dispatch( { type: 'confirmed', confirmed } ),
		submit,
	};
}
