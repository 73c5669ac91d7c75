package com.skytill.local;

import com.skytill.local.demonstration.Demonstration;
import com.skytill.local.demonstration.DemonstrationFailure;
import com.skytill.local.demonstration.Size;
import com.skytill.local.home.Home;
import com.skytill.local.suite.Progress;
import com.skytill.local.suite.Suite;
import com.skytill.local.suite.SuiteFailure;
import com.skytill.local.suite.SuiteOptions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code up}: runs the suite until Ctrl-C. */
final class UpCommand {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private UpCommand() {}

    static int run(Path root, List<String> options) throws InterruptedException {
        var wanted = UpOptions.parse(options);
        if (wanted.isEmpty()) {
            System.err.println("up takes these options: --port N, the port of the API (1 to 65535; "
                    + UpOptions.DEFAULT_PORT + " when absent), and --demo, to add the demonstration's data");
            return USAGE;
        }
        var home = Home.of(root);
        var progress = new Progress(System.out);
        var suite = new Suite(new SuiteOptions(home, wanted.get().port()), progress);
        var stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, progress, stopping), "stop"));
        try {
            progress.say("Starting Skytill");
            suite.start();
            if (wanted.get().demo()) {
                demonstrate(home, suite, progress, stopping);
            }
            if (!stopping.get()) {
                announce(home, suite, progress);
            }
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

    /** A suite whose demonstration is not complete is of use all the same. */
    private static void demonstrate(Home home, Suite suite, Progress progress, AtomicBoolean stopping)
            throws InterruptedException {
        try {
            new Demonstration(home, suite.database(), progress, Size.WHOLE).load();
        } catch (DemonstrationFailure | IOException e) {
            if (!stopping.get()) {
                System.err.println(e.getMessage() == null ? "The API does not answer" : e.getMessage());
            }
            System.err.println("The demonstration's data are not complete. ./skytill up --demo goes on with them.");
        }
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

    private static void stop(Suite suite, Progress progress, AtomicBoolean stopping) {
        stopping.set(true);
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
}
