package com.skytill.customers.helpdesk;

import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How operations name staff: users live in auth-service, so a username is a text here, the same in whatever case. */
final class Usernames {

    private static final int MOST = 200;
    private static final int MOST_CHARACTERS = 20_000;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

    private Usernames() {}

    /** One username. */
    static Parameter<String> one(ParameterReader in, String name, String text) {
        return in.text(name, text)
                .max(100)
                .matching(FORM, "must be letters, digits, points, underscores, dashes and at signs")
                .example("thandi");
    }

    /** Several, each once; null when the parameter is absent or faulty. */
    static List<String> several(ParameterReader in, String name, String text) {
        String given = in.text(name, text + "; usernames separated by spaces or commas, at most " + MOST)
                .max(MOST_CHARACTERS)
                .example("thandi, sipho")
                .optional();
        if (given == null) {
            return null;
        }
        var words = Arrays.stream(given.split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.size() > MOST || !words.stream().allMatch(FORM.asMatchPredicate())) {
            in.refuse(name, "must be 1 to " + MOST + " usernames separated by spaces or commas");
            return null;
        }
        return Members.of(words).usernames();
    }
}
