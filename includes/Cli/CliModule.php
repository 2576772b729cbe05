<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use Closure;
use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use WP_CLI;

/**
 * Registers `wp multisafepay payment-links …`.
 */
final class CliModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		$commands = [
			'list'      => fn ( Input $input ) => $this->links()->list( $input ),
			'sync'      => fn ( Input $input ) => $this->links()->sync( $input ),
			'create'    => fn ( Input $input ) => $this->links()->create( $input ),
			'duplicate' => fn ( Input $input ) => $this->links()->duplicate( $input ),
			'cancel'    => fn ( Input $input ) => $this->links()->cancel( $input ),
			'batch'     => fn ( Input $input ) => $this->container->get( BatchCommand::class )->batch( $input ),
		];
		foreach ( CommandSynopses::all() as $name => [ $description, $synopsis ] ) {
			WP_CLI::add_command(
				'multisafepay payment-links ' . $name,
				$this->handler( $commands[ $name ] ),
				[
					'shortdesc' => $description,
					'synopsis'  => $synopsis,
				]
			);
		}
	}

	public function routes(): array {
		return [];
	}

	/**
	 * @param Closure(Input): void $command
	 * @return Closure(list<mixed>, array<string, mixed>): void
	 */
	private function handler( Closure $command ): Closure {
		return fn ( array $arguments, array $options ) => $command( new Input(
			$arguments,
			$options,
			$this->container->get( Console::class )
		) );
	}

	private function links(): PaymentLinkCommands {
		return $this->container->get( PaymentLinkCommands::class );
	}
}
