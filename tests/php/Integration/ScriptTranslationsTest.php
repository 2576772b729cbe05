<?php
/**
 * Translations of what the panel loads later.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use DirectoryIterator;
use MultiSafepay\PaymentLinks\Admin\ScriptAssets;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use PHPUnit\Framework\Attributes\CoversNothing;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

/**
 * With translation files as a language pack has them: one for each script, named after its place in the plugin.
 */
#[CoversNothing]
final class ScriptTranslationsTest extends IntegrationTestCase {

	private const HANDLE = 'multisafepay-payment-links-panel';

	/**
	 * @var list<string>
	 */
	private array $files = [];

	protected function setUp(): void {
		parent::setUp();
		$this->forget_scripts();
		add_filter( 'pre_determine_locale', static fn (): string => 'nl_NL' );
	}

	protected function tearDown(): void {
		array_map( 'unlink', $this->files );
		$this->forget_scripts();
		parent::tearDown();
	}

	public function test_text_of_a_chunk_is_translated_before_the_chunk_is_there(): void {
		$this->translate( 'build/panel.js', 'Copy link', 'Link kopiëren' );
		$this->translate( 'build/qr.js', 'Download PNG', 'PNG downloaden' );

		( new ScriptAssets( PLUGIN_FILE ) )->enqueue( 'panel' );
		$html = $this->printed();

		self::assertStringContainsString( '"Copy link":["Link kopi\u00ebren"]', $html );
		self::assertStringContainsString( '"Download PNG":["PNG downloaden"]', $html );
		self::assertLessThan( strpos( $html, 'build/panel.js' ), strpos( $html, 'PNG downloaden' ), 'Before the script that needs it.' );
		self::assertStringNotContainsString( 'build/qr.js', $html, 'The chunk itself waits until it is wanted.' );
	}

	public function test_without_translations_nothing_is_printed_for_them(): void {
		( new ScriptAssets( PLUGIN_FILE ) )->enqueue( 'panel' );

		self::assertStringNotContainsString( 'setLocaleData( localeData, domain )', $this->printed() );
	}

	public function test_styles_come_with_the_entries_so_that_each_has_its_right_to_left_version(): void {
		$names = [];
		foreach ( new DirectoryIterator( plugin_dir_path( PLUGIN_FILE ) . 'build' ) as $file ) {
			$names[] = $file->getFilename();
		}

		$entries = 0;
		foreach ( $names as $name ) {
			if ( str_ends_with( $name, '.css' ) && ! str_ends_with( $name, '-rtl.css' ) ) {
				$entry = basename( $name, '.css' );
				self::assertContains( $entry . '.asset.php', $names );
				self::assertContains( $entry . '-rtl.css', $names );
				++$entries;
			}
		}
		self::assertGreaterThan( 0, $entries );
	}

	/**
	 * What the entry prints, without the scripts that it needs.
	 */
	private function printed(): string {
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
							''    => [ 'domain' => 'messages', 'lang' => 'nl_NL', 'plural-forms' => 'nplurals=2; plural=(n != 1);' ],
							$text => [ $translation ],
						],
					],
				]
			)
		);
		$this->files[] = $file;
	}

	private function forget_scripts(): void {
		foreach ( array_keys( wp_scripts()->registered ) as $handle ) {
			if ( str_starts_with( $handle, 'multisafepay-payment-links' ) ) {
				wp_dequeue_script( $handle );
				wp_deregister_script( $handle );
			}
		}
	}
}
