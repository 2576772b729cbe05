<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ConformityTest extends TestCase {

	private const ORIGINAL = '<?php
		abstract class WC_Base { public $id; protected function own( $a ) {} public function read( $key = \'\',
			$single = \true ) {} }
		class WC_Thing extends \WC_Base { use \WC_Trait; const A = 1; public static function make( array $of, ?int $n
			= \null ): self {} }
		trait WC_Trait { public function from_trait(): string {} }
		function wc_thing( $thing, $args = array() ) {}';

	#[DataProvider( 'conforming' )]
	public function test_equal_declarations_have_no_differences( string $ours ): void {
		self::assertSame( [], $this->compare( $ours ) );
	}

	#[DataProvider( 'differing' )]
	public function test_a_difference_is_found( string $ours, string $expected ): void {
		self::assertStringContainsString( $expected, implode( "\n", $this->compare( $ours ) ) );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function conforming(): iterable {
		yield 'a method, short arrays' => [
			'class WC_Thing { public static function make( array $of, ?int $n = null ): self {} }',
		];
		yield 'an inherited method'    => [
			'class WC_Thing { public function read( $key = \'\', $single = true ) {} }',
		];
		yield 'a method of a trait'    => [ 'class WC_Thing { public function from_trait(): string {} }' ];
		yield 'a private method'       => [ 'class WC_Thing { private function ours( $a ) {} }' ];
		yield 'a function'             => [ 'function wc_thing( $thing, $args = [] ) {}' ];
		yield 'our own namespace'      => [
			'namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop; class Ours { public function anything() {} }',
		];
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function differing(): iterable {
		yield 'an unknown class'               => [ 'class WC_Other {}', 'WC_Other is not a class' ];
		yield 'an unknown method'              => [
			'class WC_Thing { public function extra() {} }',
			'WC_Thing::extra() is unknown',
		];
		yield 'an unknown method, protected'   => [
			'class WC_Thing { protected function extra() {} }',
			'WC_Thing::extra() is unknown',
		];
		yield 'an unknown method from a trait' => [
			'namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop { trait T { public function extra() {} } } '
				. 'namespace { class WC_Thing { use \MultiSafepay\PaymentLinks\Tests\StandIn\Shop\T; } }',
			'WC_Thing::extra() is unknown',
		];
		yield 'another parameter name'         => [
			'class WC_Thing { public function read( $name = \'\', $single = true ) {} }',
			'should be public read($key',
		];
		yield 'another order'                  => [
			'class WC_Thing { public function read( $single = true, $key = \'\' ) {} }',
			'should be',
		];
		yield 'a missing parameter'            => [
			'class WC_Thing { public function read( $key = \'\' ) {} }',
			'should be',
		];
		yield 'a missing default'              => [
			'class WC_Thing { public static function make( array $of, ?int $n ): self {} }',
			'should be',
		];
		yield 'another default'                => [
			'class WC_Thing { public function read( $key = \'\', $single = false ) {} }',
			'should be',
		];
		yield 'another type'                   => [
			'class WC_Thing { public static function make( iterable $of, ?int $n = null ): self {} }',
			'should be',
		];
		yield 'no return type'                 => [
			'class WC_Thing { public static function make( array $of, ?int $n = null ) {} }',
			'should be',
		];
		yield 'an additional return type'      => [
			'class WC_Thing { public function read( $key = \'\', $single = true ): string {} }',
			'should be',
		];
		yield 'not static'                     => [
			'class WC_Thing { public function make( array $of, ?int $n = null ): self {} }',
			'should be public static',
		];
		yield 'more visible'                   => [
			'class WC_Thing { public function own( $a ) {} }',
			'should be protected',
		];
		yield 'another parent'                 => [ 'class WC_Thing extends \ArrayObject {}', 'is no ArrayObject' ];
		yield 'another kind'                   => [ 'interface WC_Thing {}', 'not of the same kind' ];
		yield 'abstract'                       => [ 'abstract class WC_Thing {}', 'abstract or not' ];
		yield 'final'                          => [ 'final class WC_Thing {}', 'is final' ];
		yield 'an unknown property'            => [ 'class WC_Thing { public $extra; }', '$extra is unknown' ];
		yield 'an unknown constant'            => [ 'class WC_Thing { const B = 1; }', 'B is unknown' ];
		yield 'an unknown function'            => [ 'function wc_other() {}', 'wc_other() is unknown' ];
		yield 'other parameters of a function' => [ 'function wc_thing( $thing ) {}', 'should be wc_thing(' ];
	}

	/**
	 * @return list<string>
	 */
	private function compare( string $ours ): array {
		$ours       = ( new Signatures() )->add( "<?php $ours" );
		$conformity = new Conformity( ( new Signatures() )->add( self::ORIGINAL ), $ours );
		return array_merge(
			[],
			...array_map( $conformity->of_class( ... ), $ours->foreign_classes() ),
			...array_map( $conformity->of_function( ... ), $ours->foreign_functions() )
		);
	}
}
