package com.skytill.local.process;

import com.skytill.local.home.Home;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Ends what a killed runner left behind. Only the holder of the runner's lock may call this. */
public final class Orphans {

    private static final String SUFFIX = ".pid";

    private Orphans() {}

    /**
     * Ends every process that has a PID file and still is that process.
     *
     * @param last the name of the process that the others use, ended after them and by {@link StopSignal#INT}
     * @return the names of the processes ended
     */
    public static List<String> stop(Home home, String last) throws IOException, InterruptedException {
        var names = names(home);
        if (names.remove(last)) {
            names.add(last);
        }
        var ended = new ArrayList<String>();
        for (var name : names) {
            var file = new PidFile(home.run().resolve(name + SUFFIX));
            var process = file.process();
            if (process.isPresent()) {
                ChildProcess.stop(process.get(), name.equals(last) ? StopSignal.INT : StopSignal.TERM);
                ended.add(name);
            }
            file.delete();
        }
        return ended;
    }

    private static List<String> names(Home home) throws IOException {
        try (var files = Files.list(home.run())) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList());
        }
    }
}
