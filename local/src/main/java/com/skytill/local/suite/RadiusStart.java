package com.skytill.local.suite;

import com.skytill.local.home.Credentials.RadiusAccess;
import com.skytill.local.home.Home;
import com.skytill.local.home.Ports;
import com.skytill.local.home.Secrets;
import com.skytill.local.radius.FreeRadius;
import com.skytill.local.suite.ProcessGroup.Stage;

import java.io.IOException;
import java.util.Optional;

/** Starts FreeRADIUS when it is installed, and says how to install it when it is not. */
final class RadiusStart {

    private static final String HOST = "127.0.0.1";
    private static final int AUTH_PORT = 1812;
    private static final int ACCT_PORT = 1813;

    private final Home home;
    private final ProcessGroup processes;
    private final Progress progress;

    RadiusStart(Home home, ProcessGroup processes, Progress progress) {
        this.home = home;
        this.processes = processes;
        this.progress = progress;
    }

    /** Where RADIUS listens; empty when FreeRADIUS is not installed. */
    Optional<RadiusAccess> start(Secrets secrets, Ports ports, String apiUrl, String apiToken)
            throws IOException, InterruptedException {
        var installed = FreeRadius.installed();
        if (installed.isEmpty()) {
            progress.say(
                    "  FreeRADIUS is not installed: the API works, hotspot logins do not. To install it on Debian or Ubuntu:");
            progress.say("    " + FreeRadius.INSTALL);
            return Optional.empty();
        }
        var access = new RadiusAccess(
                HOST,
                ports.udp("radius-auth", AUTH_PORT),
                ports.udp("radius-acct", ACCT_PORT),
                secrets.secret("radius.nas"));
        var settings = new FreeRadius.Settings(
                access.host(), access.authPort(), access.acctPort(), access.secret(), apiUrl, apiToken);
        var process = processes.start(Stage.ENTRANCES, () -> installed.get().start(home, settings));
        FreeRadius.awaitReady(home, process);
        progress.ready("FreeRADIUS", HOST + ", UDP " + access.authPort() + " and " + access.acctPort());
        return Optional.of(access);
    }
}
