package com.skytill.local.process;

import java.util.Map;
import java.util.Set;

/**
 * The environment of a child process: what it is given and the few variables that any program needs. The rest of the user's environment
 * stays out, since a stray {@code QUARKUS_…} would change a service.
 */
final class ChildEnvironment {

    static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "JAVA_HOME", "TZ");

    private ChildEnvironment() {}

    static void apply(Map<String, String> environment, Map<String, String> given) {
        environment.keySet().retainAll(KEPT);
        environment.putAll(given);
    }
}
