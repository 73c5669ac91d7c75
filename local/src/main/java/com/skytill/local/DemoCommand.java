package com.skytill.local;

import com.skytill.local.demo.Demo;
import com.skytill.local.demo.DemoFailure;
import com.skytill.local.home.Credentials;
import com.skytill.local.home.Home;
import com.skytill.local.radius.FreeRadius;
import com.skytill.local.radius.RadClient;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code demo}: the suite's main job against the running suite, in words. */
final class DemoCommand {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String NOT_RUNNING =
            "Skytill does not run here. Start it first, in another terminal: ./skytill up";

    private DemoCommand() {}

    static int run(Path root, List<String> options) throws InterruptedException {
        if (!options.isEmpty()) {
            System.err.println("demo takes no options");
            return USAGE;
        }
        try {
            return run(Credentials.read(Home.of(root).credentials()));
        } catch (NoSuchFileException | ConnectException e) {
            System.err.println(NOT_RUNNING);
        } catch (DemoFailure | IOException e) {
            System.err.println("The demo ends here: " + e.getMessage());
        }
        return FAILED;
    }

    private static int run(Credentials credentials) throws IOException, InterruptedException, DemoFailure {
        if (credentials.radius() == null) {
            System.err.println(
                    "The demo logs in by FreeRADIUS, which is not installed. Install it and start Skytill again:\n  "
                            + FreeRadius.INSTALL);
            return FAILED;
        }
        var radius = RadClient.of(credentials.radius());
        if (radius.isEmpty()) {
            System.err.println(
                    "The demo plays the router with radclient, which is not installed:\n  " + FreeRadius.INSTALL);
            return FAILED;
        }
        new Demo(credentials, System.out).run(radius.get());
        return 0;
    }
}
