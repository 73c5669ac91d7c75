package com.skytill.local;

import com.skytill.local.home.Home;
import com.skytill.local.suite.Progress;
import com.skytill.local.suite.Suite;
import com.skytill.local.suite.SuiteFailure;
import com.skytill.local.suite.SuiteOptions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code up}: runs the suite until Ctrl-C. */
final class UpCommand {

    private static final int DEFAULT_PORT = 8080;
    private static final String PORT_IS = "--port=";
    private static final int MAX_PORT = 65_535;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private UpCommand() {}

    static int run(Path root, List<String> options) throws InterruptedException {
        var port = port(options);
        if (port.isEmpty()) {
            System.err.println("up takes one option: --port N, the port of the API (1 to 65535; " + DEFAULT_PORT
                    + " when absent)");
            return USAGE;
        }
        var home = Home.of(root);
        var progress = new Progress(System.out);
        var suite = new Suite(new SuiteOptions(home, port.get()), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, progress), "stop"));
        try {
            progress.say("Starting Skytill");
            suite.start();
            announce(home, suite, progress);
        } catch (SuiteFailure e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            System.err.println("Skytill could not start: " + e.getMessage());
            return FAILED;
        }
        // Until Ctrl-C, which ends the process by way of the hook above.
        Thread.currentThread().join();
        return 0;
    }

    private static void announce(Home home, Suite suite, Progress progress) throws IOException {
        var url = suite.credentials().gatewayUrl();
        progress.say("");
        progress.say("Skytill is up.");
        progress.say("  The API           " + url + "/api/v1/<operation>");
        progress.say("  Credentials       " + home.credentials());
        progress.say("  Logs              " + home.logs());
        progress.say("  See it at work    ./skytill demo   (in another terminal)");
        progress.say("  Stop              Ctrl-C");
    }

    private static void stop(Suite suite, Progress progress) {
        try {
            if (suite.isStarted()) {
                progress.say("");
                progress.say("Stopping Skytill");
            }
            suite.stop();
        } catch (IOException e) {
            progress.say("Not everything could be stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Integer> port(List<String> options) {
        var value = switch (options.size()) {
            case 0 -> Integer.toString(DEFAULT_PORT);
            case 1 ->
                options.getFirst().startsWith(PORT_IS) ? options.getFirst().substring(PORT_IS.length()) : "";
            case 2 -> options.getFirst().equals("--port") ? options.getLast() : "";
            default -> "";
        };
        return Optional.of(value)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port > 0 && port <= MAX_PORT);
    }
}
