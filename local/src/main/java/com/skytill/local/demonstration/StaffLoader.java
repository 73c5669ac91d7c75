package com.skytill.local.demonstration;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Adds the WISP's staff. Nobody knows their passwords until an administrator sets one. */
final class StaffLoader {

    static final List<String> HELPDESK = List.of("nomsa", "riaan", "ayesha");
    static final List<String> SALES = List.of("lerato", "kobus");

    private static final String HELPDESK_MAY =
            "customers_read, helpdesk_read, helpdesk_write, products_read, radius_read, sales_read";
    private static final String SALES_MAY = "customers_read, customers_write, products_read, sales_read, sales_write";

    private record Member(String username, String name, String permissions) {}

    private static final List<Member> MEMBERS = List.of(
            new Member("nomsa", "Nomsa Khumalo", HELPDESK_MAY),
            new Member("riaan", "Riaan Venter", HELPDESK_MAY),
            new Member("ayesha", "Ayesha Davids", HELPDESK_MAY),
            new Member("lerato", "Lerato Mokoena", SALES_MAY),
            new Member("kobus", "Kobus Slabbert", SALES_MAY));

    private final Calls calls;

    StaffLoader(Calls calls) {
        this.calls = calls;
    }

    String load() throws IOException, InterruptedException, DemonstrationFailure {
        var known = calls.known("get_users", "username", "user_id");
        for (var member : MEMBERS) {
            if (!known.containsKey(member.username())) {
                var parameters = Map.of(
                        "username", member.username(),
                        "name", member.name(),
                        "email", member.username() + "@wisp.example",
                        "permissions", member.permissions());
                calls.update("add_user", parameters, member.username());
            }
        }
        return Integer.toString(MEMBERS.size());
    }
}
