<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use DirectoryIterator;
use MultiSafepay\PaymentLinks\Shared\WordPress\ScriptAssets;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use PHPUnit\Framework\Attributes\CoversNothing;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

/**
 * Tests with translation files in the format of a language pack: one per script, named by the hash of its path.
 */
#[CoversNothing]
final class ScriptTranslationsTest extends IntegrationTestCase {

	private const HANDLE = 'multisafepay-payment-links-order-panel';

	/**
	 * @var list<string>
	 */
	private array $files = [];

	protected function setUp(): void {
		parent::setUp();
		$this->deregister_scripts();
		add_filter( 'pre_determine_locale', static fn (): string => 'nl_NL' );
	}

	protected function tearDown(): void {
		array_map( 'unlink', $this->files );
		$this->deregister_scripts();
		parent::tearDown();
	}

	public function test_translations_of_a_chunk_are_loaded_before_the_chunk(): void {
		$this->translate( 'build/order-panel.js', 'Copy link', 'Link kopiëren' );
		$this->translate( 'build/qr.js', 'Download PNG', 'PNG downloaden' );

		( new ScriptAssets( PLUGIN_FILE ) )->enqueue( 'order-panel' );
		$html = $this->script_output();

		self::assertStringContainsString( '"Copy link":["Link kopi\u00ebren"]', $html );
		self::assertStringContainsString( '"Download PNG":["PNG downloaden"]', $html );
		self::assertLessThan(
			strpos( $html, 'build/order-panel.js' ),
			strpos( $html, 'PNG downloaden' ),
			'Translations come before the script that uses them.'
		);
		self::assertStringNotContainsString( 'build/qr.js', $html, 'The chunk is loaded on demand.' );
	}

	public function test_without_translation_files_no_translations_are_printed(): void {
		( new ScriptAssets( PLUGIN_FILE ) )->enqueue( 'order-panel' );

		self::assertStringNotContainsString( 'setLocaleData( localeData, domain )', $this->script_output() );
	}

	public function test_every_stylesheet_belongs_to_an_entry_and_has_a_right_to_left_version(): void {
		$names = [];
		foreach ( new DirectoryIterator( plugin_dir_path( PLUGIN_FILE ) . 'build' ) as $file ) {
			$names[] = $file->getFilename();
		}

		$entry_count = 0;
		foreach ( $names as $name ) {
			if ( str_ends_with( $name, '.css' ) && ! str_ends_with( $name, '-rtl.css' ) ) {
				$entry = basename( $name, '.css' );
				self::assertContains( $entry . '.asset.php', $names );
				self::assertContains( $entry . '-rtl.css', $names );
				++$entry_count;
			}
		}
		self::assertGreaterThan( 0, $entry_count );
	}

	/**
	 * Returns the output of the entry script without its dependencies.
	 */
	private function script_output(): string {
		ob_start();
		wp_scripts()->do_item( self::HANDLE );
		return (string) ob_get_clean();
	}

	private function translate( string $script, string $text, string $translation ): void {
		$folder = Env::get( 'MSPL_SITE_DIR' ) . '/wp-content/languages/plugins';
		wp_mkdir_p( $folder );
		$file = sprintf( '%s/multisafepay-payment-links-nl_NL-%s.json', $folder, md5( $script ) );
		file_put_contents(
			$file,
			wp_json_encode(
				[
					'locale_data' => [
						'messages' => [
							''    => [
								'domain' => 'messages',
								'lang' => 'nl_NL',
								'plural-forms' => 'nplurals=2; plural=(n != 1);',
							],
							$text => [ $translation ],
						],
					],
				]
			)
		);
		$this->files[] = $file;
	}

	private function deregister_scripts(): void {
		foreach ( array_keys( wp_scripts()->registered ) as $handle ) {
			if ( str_starts_with( $handle, 'multisafepay-payment-links' ) ) {
				wp_dequeue_script( $handle );
				wp_deregister_script( $handle );
			}
		}
	}
}
