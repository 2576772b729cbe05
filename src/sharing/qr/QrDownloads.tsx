import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { ErrorNotice } from '../../shared/components/ErrorNotice';
import { qrCode } from './qr';
import { download, fileName, pngFile, svgFile } from './qr-file';

type Props = {
	orderId: string;
	url: string;
};

/** PNG for chats and documents, SVG for print. */
export function QrDownloads( { orderId, url }: Props ) {
	const [ hasFailed, setHasFailed ] = useState( false );

	async function downloadPng(): Promise< void > {
		const file = await pngFile( qrCode( url ) );
		setHasFailed( file === null );
		if ( file !== null ) {
			download( file, fileName( orderId, 'png' ) );
		}
	}

	return (
		<>
			<Button variant="secondary" onClick={ () => void downloadPng() }>
				{ __( 'Download PNG', 'multisafepay-payment-links' ) }
			</Button>
			<Button
				variant="secondary"
				onClick={ () =>
					download(
						svgFile( qrCode( url ) ),
						fileName( orderId, 'svg' )
					)
				}
			>
				{ __( 'Download SVG', 'multisafepay-payment-links' ) }
			</Button>
			{ hasFailed && (
				<ErrorNotice
					message={ __(
						'This browser cannot make a PNG. Download the SVG instead.',
						'multisafepay-payment-links'
					) }
				/>
			) }
		</>
	);
}
