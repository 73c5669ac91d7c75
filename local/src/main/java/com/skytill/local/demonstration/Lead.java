package com.skytill.local.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A sales lead of the demonstration.
 *
 * @param email by which it is known again
 * @param companyName empty for a person
 * @param status how far it comes
 */
record Lead(
        String email,
        String phone,
        String name,
        String companyName,
        String address,
        String source,
        String product,
        String assignee,
        String notes,
        String status) {

    private static final long SEED = 20_260_402;
    // Numbers that no customer has.
    private static final int FIRST_PHONE = 30_000;
    private static final List<String> SOURCES = List.of(
            "Website", "Website", "Referral", "Facebook", "Walk-in", "Agricultural show", "Flyer", "Estate agent");
    private static final List<String> PRODUCTS =
            List.of("fibre-50", "fibre-100", "wireless-10", "wireless-20", "capped-50", "business-100", "business-air");
    private static final List<String> NOTES = List.of(
            "Behind the hill: check the line of sight first.",
            "Works from home, asks for a good upload.",
            "Has a contract elsewhere until the end of the month.",
            "Wants VoIP too.",
            "Call after 17:00.",
            "");

    /** The first so many; more of them begin with the same. */
    static List<Lead> make(int count) {
        var random = new Random(SEED);
        var made = new ArrayList<Lead>();
        for (int index = 0; index < count; index++) {
            made.add(make(index, random));
        }
        return made;
    }

    private static Lead make(int index, Random random) {
        var town = Names.pick(Town.ALL, random);
        String name = Names.person(random);
        boolean company = random.nextInt(100) < 25;
        return new Lead(
                Customers.slug(name, ".") + "." + (index + 1) + "@mail.example",
                Names.phone(FIRST_PHONE + index),
                name,
                company ? Names.company(random) + " " + town.name() : "",
                Names.address(town, random),
                Names.pick(SOURCES, random),
                Names.pick(PRODUCTS, random),
                Names.pick(StaffLoader.SALES, random),
                Names.pick(NOTES, random),
                status(random.nextInt(100)));
    }

    private static String status(int percent) {
        if (percent < 25) {
            return "new";
        }
        if (percent < 46) {
            return "contacted";
        }
        if (percent < 58) {
            return "survey";
        }
        if (percent < 74) {
            return "quoted";
        }
        return percent < 86 ? "won" : "lost";
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("name", name);
        parameters.put("email", email);
        parameters.put("phone", phone);
        parameters.put("address", address);
        parameters.put("source", source);
        parameters.put("product_id", product);
        parameters.put("assignee", assignee);
        if (!companyName.isEmpty()) {
            parameters.put("company_name", companyName);
        }
        if (!notes.isEmpty()) {
            parameters.put("notes", notes);
        }
        return parameters;
    }
}
