<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

/**
 * Enqueues the files that wp-scripts builds from `src/{entry}.tsx`.
 */
final class ScriptAssets {

	public function __construct( private readonly string $plugin_file ) {}

	/**
	 * Returns JSON for an HTML attribute. esc_attr() does not escape existing entities: `R&quot;D` in the data would be
	 * decoded by the browser. Therefore all characters that have an entity are escaped as `\uXXXX`.
	 *
	 * @param array<string, mixed> $config Data for the mount node.
	 */
	public static function json( array $config ): string {
		return (string) wp_json_encode( $config, JSON_HEX_AMP | JSON_HEX_QUOT | JSON_HEX_APOS | JSON_HEX_TAG );
	}

	/**
	 * @param 'batches'|'links-page'|'orders-list'|'order-panel'|'settings' $entry
	 */
	public function enqueue( string $entry ): void {
		$handle = 'multisafepay-payment-links-' . $entry;
		$build  = plugin_dir_path( $this->plugin_file ) . 'build/';
		if ( ! is_readable( $build . $entry . '.asset.php' ) ) {
			_doing_it_wrong( __METHOD__, 'Run npm run build first: the build folder is missing.', '0.1.0' );

			return;
		}

		$asset        = require $build . $entry . '.asset.php';
		$asset        = is_array( $asset ) ? $asset : [];
		$version      = is_string( $asset['version'] ?? null ) ? $asset['version'] : false;
		$dependencies = is_array( $asset['dependencies'] ?? null ) ? $asset['dependencies'] : [];

		wp_enqueue_script(
			$handle,
			plugins_url( 'build/' . $entry . '.js', $this->plugin_file ),
			array_filter(
				$dependencies,
				static fn ( mixed $dependency ): bool => is_string( $dependency ) && '' !== $dependency
			),
			$version,
			[
				'in_footer' => true,
				'strategy'  => 'defer',
			]
		);
		wp_set_script_translations( $handle, 'multisafepay-payment-links' );
		$this->translate_chunks( $handle, $build );

		if ( is_readable( $build . $entry . '.css' ) ) {
			wp_enqueue_style(
				$handle,
				plugins_url( 'build/' . $entry . '.css', $this->plugin_file ),
				in_array( 'wp-components', $dependencies, true ) ? [ 'wp-components' ] : [],
				$version
			);
			wp_style_add_data( $handle, 'rtl', 'replace' );
		}
	}

	/**
	 * Adds the translations of all chunks to the entry. WordPress has one translation file per script, and webpack does
	 * not load the files of chunks: text in a chunk would remain English. Entries share chunks, so every entry gets
	 * all of them.
	 *
	 * @param string $build Path of `build/`, with a trailing slash.
	 */
	private function translate_chunks( string $handle, string $build ): void {
		foreach ( self::chunks( $build ) as $chunk ) {
			$chunk_handle = 'multisafepay-payment-links-chunk-' . $chunk;
			$url          = plugins_url( 'build', $this->plugin_file ) . "/$chunk.js";
			// phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- Only its translations are printed.
			wp_register_script( $chunk_handle, $url, [ 'wp-i18n' ], null, true );
			wp_set_script_translations( $chunk_handle, 'multisafepay-payment-links' );

			$translations = wp_scripts()->print_translations( $chunk_handle, false );
			if ( is_string( $translations ) ) {
				wp_add_inline_script( $handle, $translations, 'before' );
			}
		}
	}

	/**
	 * Returns the names of the scripts that are not entries.
	 *
	 * @return list<string>
	 */
	private static function chunks( string $build ): array {
		$names = [];
		$files = glob( $build . '*.js' );
		foreach ( false === $files ? [] : $files as $file ) {
			$name = basename( $file, '.js' );
			if ( ! is_readable( $build . $name . '.asset.php' ) ) {
				$names[] = $name;
			}
		}

		return $names;
	}
}
