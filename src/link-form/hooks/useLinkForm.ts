import { useReducer, useRef } from '@wordpress/element';

import { toApiError } from '../../shared/api/errors';
import type { CreateBody, Draft } from '../../shared/api/schemas';
import { isAboveDue } from '../model/amount';
import { toCreateBody } from '../model/body';
import { lifetimeOf } from '../model/expiry';
import {
	FIELD_NAMES,
	type FieldName,
	type LinkFormValues,
} from '../model/fields';
import {
	initialState,
	linkFormReducer,
	type Submission,
} from '../model/reducer';
import { validate, type FieldErrors } from '../model/validate';

export type LinkForm = {
	readonly values: LinkFormValues;
	/** Lifetime of the link in seconds; null if the input is invalid. */
	readonly lifetime: number | null;
	/** Errors to display: of fields that were edited, and of all fields after a submission. */
	readonly errors: FieldErrors;
	readonly submission: Submission;
	/** The amount is higher than the amount due and must be confirmed. */
	readonly needsConfirmation: boolean;
	readonly isConfirmationMissing: boolean;
	readonly isAmountConfirmed: boolean;
	readonly change: ( values: Partial< LinkFormValues > ) => void;
	readonly blur: ( field: FieldName ) => void;
	readonly confirm: ( confirmed: boolean ) => void;
	readonly submit: () => Promise< void >;
};

/**
 * State of the link form. If `create` rejects, the values are kept, and the next submission sends the same idempotency
 * key, so that no second link is created.
 */
export function useLinkForm( {
	draft,
	idempotencyKey,
	zone,
	initial = {},
	create,
}: {
	/** Its balance may be updated while the form is open. */
	draft: Draft;
	/** Initial values that replace those of the draft. */
	initial?: Partial< LinkFormValues >;
	idempotencyKey: string;
	zone: string;
	create: ( body: CreateBody ) => Promise< void >;
} ): LinkForm {
	// Read in each render, because the selected expiry date can pass while the form is open.
	const time = { now: new Date(), zone };
	const [ state, dispatch ] = useReducer(
		linkFormReducer,
		{ draft, time, initial },
		initialState
	);
	const { values, touched, serverErrors, submission, isAmountConfirmed } =
		state;
	// The state is updated in the next render, which is too late for a double click.
	const isSubmitting = useRef( false );

	const clientErrors = validate( values, draft, time );
	const needsConfirmation =
		draft.balance !== null &&
		( state.serverNeedsConfirmation || isAboveDue( values, draft ) );
	const wasSubmitted = submission.kind !== 'idle';

	const errors: FieldErrors = {};
	for ( const field of FIELD_NAMES ) {
		const clientError =
			wasSubmitted || touched.has( field )
				? clientErrors[ field ]
				: undefined;
		const message = clientError ?? serverErrors[ field ];
		if ( message !== undefined ) {
			errors[ field ] = message;
		}
	}

	async function submit(): Promise< void > {
		if ( isSubmitting.current ) {
			return;
		}

		const timeNow = { now: new Date(), zone };
		const body = toCreateBody(
			draft,
			values,
			{
				idempotencyKey,
				isAmountConfirmed: needsConfirmation && isAmountConfirmed,
			},
			timeNow
		);
		if (
			body === null ||
			Object.keys( validate( values, draft, timeNow ) ).length > 0 ||
			( needsConfirmation && ! isAmountConfirmed )
		) {
			dispatch( { type: 'invalid' } );
			return;
		}

		isSubmitting.current = true;
		dispatch( { type: 'submitting' } );
		try {
			await create( body );
		} catch ( thrown ) {
			dispatch( { type: 'failed', error: toApiError( thrown ) } );
		} finally {
			isSubmitting.current = false;
		}
	}

	return {
		values,
		lifetime: lifetimeOf( values, time ),
		errors,
		submission,
		needsConfirmation,
		isConfirmationMissing:
			wasSubmitted && needsConfirmation && ! isAmountConfirmed,
		isAmountConfirmed,
		change: ( changes ) => dispatch( { type: 'changed', values: changes } ),
		blur: ( field ) => {
			// Empty fields are not validated on blur: the user may return to them, and a new message would move the
			// button that is being clicked.
			if ( values[ field ] !== '' ) {
				dispatch( { type: 'blurred', field } );
			}
		},
		confirm: ( confirmed ) => dispatch( { type: 'confirmed', confirmed } ),
		submit,
	};
}
