import { useState } from '@wordpress/element';

import { ApiError } from '../../shared/api/errors';
import { loadErrorMessage } from '../../shared/utils/load-error';
import { loadCreateFlow, type CreateFlow } from './create-flow';

/** Loads the components of the create flow. */
export function useCreateFlow(): {
	readonly createFlow: CreateFlow | null;
	/** Rejects with an `ApiError`. */
	readonly load: () => Promise< void >;
} {
	const [ createFlow, setCreateFlow ] = useState< CreateFlow | null >( null );

	async function load(): Promise< void > {
		try {
			setCreateFlow( await loadCreateFlow() );
		} catch {
			throw new ApiError( {
				code: 'not_loaded',
				message: loadErrorMessage(),
			} );
		}
	}

	return { createFlow, load };
}
