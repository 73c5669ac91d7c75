package com.skytill.customers.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The staff of a department.
 *
 * @param usernames each once in whatever case, in the order in which they were added
 */
record Members(List<String> usernames) {

    Members {
        usernames = List.copyOf(usernames);
    }

    /** These, without those that differ from an earlier one in case only. */
    static Members of(List<String> usernames) {
        return new Members(List.of()).with(usernames);
    }

    /** The username as the department has it, if it is a member's. */
    Optional<String> find(String username) {
        return usernames.stream().filter(username::equalsIgnoreCase).findFirst();
    }

    /** Whether it is a member's username. */
    boolean has(String username) {
        return find(username).isPresent();
    }

    /** These and those that are not among them yet. */
    Members with(List<String> more) {
        var all = new ArrayList<>(usernames);
        for (String username : more) {
            if (all.stream().noneMatch(username::equalsIgnoreCase)) {
                all.add(username);
            }
        }
        return new Members(all);
    }

    /** Those of these that are not among the leaving. */
    Members without(List<String> leaving) {
        var gone = new Members(leaving);
        return new Members(
                usernames.stream().filter(username -> !gone.has(username)).toList());
    }
}
