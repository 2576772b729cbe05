import { useState } from '@wordpress/element';

import { ApiError } from '../api/errors';
import { loadMaking, type Making } from '../components/making';
import { loadFailureWords } from '../utils/load-failure';

/** Form and notice, once somebody has needed them. */
export function useMaking(): {
	readonly making: Making | null;
	/** Rejects with an `ApiError` whose words say what to do. */
	readonly load: () => Promise< void >;
} {
	const [ making, setMaking ] = useState< Making | null >( null );

	async function load(): Promise< void > {
		try {
			setMaking( await loadMaking() );
		} catch {
			throw new ApiError( {
				code: 'not_loaded',
				message: loadFailureWords(),
			} );
		}
	}

	return { making, load };
}
