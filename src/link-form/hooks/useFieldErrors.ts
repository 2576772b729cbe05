import { useEffect, useRef, useState } from '@wordpress/element';
import type { RefObject } from 'react';

import { hasAdvancedField } from '../model/fields';
import type { LinkForm } from './useLinkForm';

export type ErrorFocus = {
	/** Element around the fields. */
	readonly group: RefObject< HTMLDivElement >;
	/**
	 * The advanced fields were opened because one of them has an error. This does not change the preference of the
	 * user.
	 */
	readonly isAdvancedOpen: boolean;
	readonly closeAdvanced: () => void;
	/** Also for fields that are loaded later: the first error can be in one of them. */
	readonly focus: () => void;
};

/** Moves the focus to the first field with an error after each submission. */
export function useFieldErrors( { submission, errors }: LinkForm ): ErrorFocus {
	const group = useRef< HTMLDivElement >( null );
	const [ isAdvancedOpen, setIsAdvancedOpen ] = useState( false );
	const isFocusPending = useRef( false );

	function focus(): void {
		const field = isFocusPending.current
			? group.current?.querySelector< HTMLElement >(
					'[aria-invalid="true"]'
			  )
			: undefined;
		if ( field !== null && field !== undefined ) {
			isFocusPending.current = false;
			field.focus();
		}
	}

	useEffect( () => {
		isFocusPending.current =
			submission.kind === 'invalid' || submission.kind === 'failed';
		if ( isFocusPending.current && hasAdvancedField( errors ) ) {
			setIsAdvancedOpen( true );
		}
		focus();
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Only after a submission, not after each change.
	}, [ submission ] );

	return {
		group,
		isAdvancedOpen,
		closeAdvanced: () => setIsAdvancedOpen( false ),
		focus,
	};
}
