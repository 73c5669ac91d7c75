package com.skytill.local;

import java.util.List;
import java.util.Optional;

/**
 * What {@code up} was asked for.
 *
 * @param port the TCP port of the API
 * @param demo whether the demonstration's data are wanted
 */
record UpOptions(int port, boolean demo) {

    static final int DEFAULT_PORT = 8080;

    private static final String PORT = "--port";
    private static final int MAX_PORT = 65_535;

    /** The options of a command line; empty when there is one that {@code up} does not take. */
    static Optional<UpOptions> parse(List<String> words) {
        var port = Optional.of(DEFAULT_PORT);
        boolean demo = false;
        var left = words.iterator();
        while (left.hasNext() && port.isPresent()) {
            String word = left.next();
            if (word.equals("--demo")) {
                demo = true;
            } else if (word.equals(PORT)) {
                port = port(left.hasNext() ? left.next() : "");
            } else if (word.startsWith(PORT + "=")) {
                port = port(word.substring(PORT.length() + 1));
            } else {
                port = Optional.empty();
            }
        }
        boolean wanted = demo;
        return port.map(number -> new UpOptions(number, wanted));
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number > 0 && number <= MAX_PORT);
    }
}
