<?php
/**
 * Scripts and styles.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

/**
 * Enqueues what wp-scripts built of `src/{entry}.tsx`.
 */
final class ScriptAssets {

	/**
	 * Takes the plugin's main file, beside which `build/` is.
	 */
	public function __construct( private readonly string $plugin_file ) {}

	/**
	 * Returns JSON for an attribute. Entities in the data (`R&quot;D`) must survive esc_attr(), which leaves those it
	 * meets alone; so no sign that has an entity is written as itself.
	 *
	 * @param array<string, mixed> $config What the mount node carries.
	 */
	public static function json( array $config ): string {
		return (string) wp_json_encode( $config, JSON_HEX_AMP | JSON_HEX_QUOT | JSON_HEX_APOS | JSON_HEX_TAG );
	}

	/**
	 * Enqueues script, translations and style of an entry.
	 *
	 * @param 'batches'|'links'|'orders-list'|'panel'|'settings' $entry Name of the entry.
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
			array_filter( $dependencies, static fn ( mixed $dependency ): bool => is_string( $dependency ) && '' !== $dependency ),
			$version,
			[
				'in_footer' => true,
				'strategy'  => 'defer',
			]
		);
		wp_set_script_translations( $handle, 'multisafepay-payment-links' );
		$this->translate_chunks( $handle, $build );

		if ( is_readable( $build . $entry . '.css' ) ) {
			wp_enqueue_style( $handle, plugins_url( 'build/' . $entry . '.css', $this->plugin_file ), in_array( 'wp-components', $dependencies, true ) ? [ 'wp-components' ] : [], $version );
			wp_style_add_data( $handle, 'rtl', 'replace' );
		}
	}

	/**
	 * Gives the entry the translations of everything that it may load later. WordPress reads a script's translations from
	 * a file of its own, and webpack knows nothing of that: text in a chunk would stay English. Every entry gets those of
	 * every chunk, since entries share them.
	 *
	 * @param string $handle Handle of the entry.
	 * @param string $build  Path of `build/`, with a slash at its end.
	 */
	private function translate_chunks( string $handle, string $build ): void {
		foreach ( self::chunks( $build ) as $chunk ) {
			$chunk_handle = 'multisafepay-payment-links-chunk-' . $chunk;
			// Registered for its translations alone: the entry loads the file, with a version of its own.
			wp_register_script( $chunk_handle, plugins_url( 'build', $this->plugin_file ) . "/$chunk.js", [ 'wp-i18n' ], null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
			wp_set_script_translations( $chunk_handle, 'multisafepay-payment-links' );

			$translations = wp_scripts()->print_translations( $chunk_handle, false );
			if ( is_string( $translations ) ) {
				wp_add_inline_script( $handle, $translations, 'before' );
			}
		}
	}

	/**
	 * Returns the names of the scripts that are no entries.
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
