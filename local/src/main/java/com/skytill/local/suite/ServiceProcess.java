package com.skytill.local.suite;

import com.skytill.local.home.Home;
import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.Command;
import com.skytill.local.process.StopSignal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Runs one service's jar, in the little memory that one user's suite needs. */
final class ServiceProcess {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ServiceProcess() {}

    static ChildProcess start(Home home, Service service, String name, Map<String, String> environment)
            throws IOException {
        var command = Command.of(
                JAVA,
                "-Xms24m",
                "-Xmx128m",
                // What starting leaves behind is given back: mostly idle services need little young space.
                "-Xmn12m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:TrimNativeHeapInterval=5000",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                service.jar(home).toString());
        return ChildProcess.start(home, name, command, environment, StopSignal.TERM);
    }
}
