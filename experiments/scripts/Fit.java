/** A program with a main method, as they are found everywhere. */
public class Fit {
    public static void main(String[] args) {
        double rate = 0.1;
        int trees = 100;
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--rate=")) {
                rate = Double.parseDouble(value);
            } else if (arg.startsWith("--trees=")) {
                trees = Integer.parseInt(value);
            } else {
                System.err.println("unknown option " + arg);
                System.exit(64);
            }
        }
        System.out.println("rate " + rate + ", trees " + trees);
        System.out.println(Math.abs(Math.log10(rate) + 0.5) + Math.abs(trees - 240) / 100.0);
    }
}
