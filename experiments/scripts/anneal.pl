# perl anneal.pl -t TEMPERATURE -c COOLING -s SEED
use strict;
use warnings;
use Getopt::Std;

my %o;
getopts('t:c:s:', \%o) or exit 2;
srand($o{s});
my ($x, $t, $best) = (5, $o{t}, 25);
for my $step (1 .. 200) {
    my $next = $x + rand(2) - 1;
    $x = $next if $next**2 < $x**2 || rand() < exp(($x**2 - $next**2) / $t);
    $best = $x**2 if $x**2 < $best;
    $t *= $o{c};
    print "step $step, best so far: $best\n" if $step % 50 == 0;
}
print "done\n";
