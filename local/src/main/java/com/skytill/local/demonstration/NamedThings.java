package com.skytill.local.demonstration;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things of one sort that are known by their name, such as product groups: added where they are missing. */
final class NamedThings {

    private final Calls calls;
    private final String sort;
    private final String list;
    private final String parameter;
    private final Map<String, Long> ids = new HashMap<>();

    /**
     * Things of a sort.
     *
     * @param sort what {@code add_} adds
     * @param list the operation that lists them
     * @param parameter the member and parameter that has their ID
     */
    NamedThings(Calls calls, String sort, String list, String parameter) {
        this.calls = calls;
        this.sort = sort;
        this.list = list;
        this.parameter = parameter;
    }

    void addNames(List<String> names) throws IOException, InterruptedException, DemonstrationFailure {
        add(names.stream().map(name -> Map.<String, Object>of("name", name)).toList());
    }

    void add(List<Map<String, Object>> things) throws IOException, InterruptedException, DemonstrationFailure {
        look();
        boolean added = false;
        for (var thing : things) {
            String name = thing.get("name").toString();
            if (!ids.containsKey(name)) {
                calls.update("add_" + sort, thing, name);
                added = true;
            }
        }
        if (added) {
            look();
        }
    }

    private void look() throws IOException, InterruptedException, DemonstrationFailure {
        ids.putAll(calls.known(list, "name", parameter));
    }

    String parameter() {
        return parameter;
    }

    /** The ID of one that was added or was there. */
    long id(String name) {
        return ids.get(name);
    }

    List<Long> ids(List<String> names) {
        return names.stream().map(this::id).toList();
    }
}
