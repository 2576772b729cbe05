<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use MultiSafepay\PaymentLinks\Shared\Application\Options;

final class WordPressOptions implements Options {

	public function get( string $name ): mixed {
		return get_option( $name );
	}

	public function set( string $name, mixed $value ): bool {
		return update_option( $name, $value, false );
	}

	public function delete( string $name ): void {
		delete_option( $name );
	}
}
