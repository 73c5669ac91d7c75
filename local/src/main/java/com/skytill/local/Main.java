package com.skytill.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The runner behind {@code ./skytill}: starts the suite, or shows it at work. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    /**
     * Runs one command; its exit code is 0 when all went well, 1 when not, 2 when the command was not understood.
     *
     * @param arguments the repository's directory, the command, and its options
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 2) {
            System.err.println("Usage: ./skytill up [--port N] | demo");
            System.exit(USAGE);
        }
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        var options = List.copyOf(Arrays.asList(arguments).subList(2, arguments.length));
        System.exit(run(root, arguments[1], options));
    }

    private static int run(Path root, String command, List<String> options) throws InterruptedException {
        return switch (command) {
            case "up" -> UpCommand.run(root, options);
            case "demo" -> DemoCommand.run(root, options);
            default -> {
                System.err.println("There is no command \"" + command + "\": up or demo.");
                yield USAGE;
            }
        };
    }
}
