"""A command-line program with click."""
import math

import click


@click.group()
def cli():
    pass


@cli.command()
@click.option("--lr", type=float, required=True)
@click.option("--shuffle/--no-shuffle", default=False)
@click.option("--optimizer", type=click.Choice(["sgd", "adam"]))
@click.option("--momentum", type=float)
def fit(lr, shuffle, optimizer, momentum):
    if optimizer == "adam" and momentum is not None:
        raise click.UsageError("adam has no momentum")
    miss = abs(math.log10(lr) + 2) * 10 + (0 if shuffle else 5)
    miss += 3 if optimizer == "adam" else abs((momentum or 0) - 0.9) * 8
    click.echo(f"finished, accuracy: {max(0, 99 - miss):.3f}%")


if __name__ == "__main__":
    cli()
