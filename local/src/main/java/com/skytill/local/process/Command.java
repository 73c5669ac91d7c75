package com.skytill.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program and its arguments. Arguments are visible to every user of the machine: no secret is ever among them.
 *
 * @param words the program, then its arguments
 */
public record Command(List<String> words) {

    public Command {
        words = List.copyOf(words);
    }

    /** A command of a program and its arguments. */
    public static Command of(Path program, String... arguments) {
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    /** The command with more arguments at its end. */
    public Command with(String... arguments) {
        var all = new ArrayList<>(words);
        all.addAll(List.of(arguments));
        return new Command(all);
    }

    /**
     * The command in a session of its own where the system can ({@code setsid} runs the program under the same PID), so that Ctrl-C
     * in the terminal reaches the runner alone, which then stops its children in order.
     */
    List<String> inOwnSession() {
        var setsid = Programs.find("setsid");
        if (setsid.isEmpty()) {
            return words;
        }
        var all = new ArrayList<String>();
        all.add(setsid.get().toString());
        all.addAll(words);
        return all;
    }
}
