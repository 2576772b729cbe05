import { useEffect, useRef, useState } from '@wordpress/element';
import type { RefObject } from 'react';

import { hasAdvanced } from '../link-form/fields';
import type { LinkForm } from './useLinkForm';

export type Mistakes = {
	/** Goes around the fields. */
	readonly group: RefObject< HTMLDivElement >;
	/** A mistake has opened the advanced fields, which is no wish of the person for next time. */
	readonly isOpened: boolean;
	/** The person has chosen. */
	readonly forget: () => void;
	/** For fields that appear later: the first mistake may be among them. */
	readonly focus: () => void;
};

/** Brings the person to the first mistake after each attempt. */
export function useMistakes( { submission, errors }: LinkForm ): Mistakes {
	const group = useRef< HTMLDivElement >( null );
	const [ isOpened, setIsOpened ] = useState( false );
	const isSought = useRef( false );

	function focus(): void {
		const mistake = isSought.current
			? group.current?.querySelector< HTMLElement >(
					'[aria-invalid="true"]'
			  )
			: undefined;
		if ( mistake !== null && mistake !== undefined ) {
			isSought.current = false;
			mistake.focus();
		}
	}

	useEffect( () => {
		isSought.current =
			submission.kind === 'held_back' || submission.kind === 'refused';
		if ( isSought.current && hasAdvanced( errors ) ) {
			setIsOpened( true );
		}
		focus();
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Once for each attempt, not for each letter after it.
	}, [ submission ] );

	return { group, isOpened, forget: () => setIsOpened( false ), focus };
}
