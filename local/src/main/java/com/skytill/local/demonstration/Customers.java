package com.skytill.local.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Makes the demonstration's customers, the same everywhere. */
final class Customers {

    private static final long SEED = 20_260_401;
    private static final int BILLING_GROUPS = 4;
    private static final int CUSTOMER_GROUPS = 3;
    private static final List<String> PAYMENTS =
            List.of("direct_debit", "direct_debit", "direct_debit", "eft", "eft", "credit_card", "cash");
    private static final List<String> SUSPENSIONS =
            List.of("Unpaid since last month", "Debit order returned", "On holiday, at the customer's wish");
    private static final List<String> CANCELLATIONS =
            List.of("Moved away", "Went to another provider", "Business closed", "No line of sight any more");

    private final Random random = new Random(SEED);
    private final Set<String> addresses = new HashSet<>();

    private Customers() {}

    /** The first so many; more of them begin with the same. */
    static List<Customer> make(int count) {
        var maker = new Customers();
        var made = new ArrayList<Customer>();
        for (int index = 0; index < count; index++) {
            made.add(maker.next(index));
        }
        return made;
    }

    private Customer next(int index) {
        boolean company = random.nextInt(100) < 18;
        var town = Names.pick(Town.ALL, random);
        String name = Names.person(random);
        String companyName = company ? Names.company(random) + " " + town.name() : "";
        String status = status(random.nextInt(100));
        return new Customer(
                code(company ? companyName : name.substring(name.indexOf(' ') + 1), index),
                company ? "company" : "individual",
                name,
                companyName,
                company ? "4" + (100_000_000 + random.nextInt(900_000_000)) : "",
                Names.phone(index),
                email(name, companyName),
                random.nextInt(BILLING_GROUPS),
                random.nextInt(10) < 7 ? -1 : random.nextInt(CUSTOMER_GROUPS),
                Names.pick(PAYMENTS, random),
                Names.address(town, random),
                near(town.latitude()),
                near(town.longitude()),
                status,
                reason(status));
    }

    /** Three letters, as for those that are generated, and four digits: so it is none of theirs. */
    private static String code(String name, int index) {
        String letters = name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        return (letters + "XX").substring(0, 3) + "%04d".formatted(index + 1);
    }

    private String email(String name, String companyName) {
        String local = slug(name, ".");
        String domain = companyName.isEmpty()
                ? Names.pick(List.of("example.com", "example.net", "example.org"), random)
                : slug(companyName, "") + ".example";
        String address = local + "@" + domain;
        for (int number = 2; !addresses.add(address); number++) {
            address = local + number + "@" + domain;
        }
        return address;
    }

    static String slug(String words, String between) {
        return words.toLowerCase(Locale.ROOT).replace("é", "e").replaceAll("[^a-z0-9]+", between);
    }

    private static String status(int percent) {
        if (percent < 4) {
            return "cancelled";
        }
        return percent < 10 ? "suspended" : "active";
    }

    private String reason(String status) {
        return switch (status) {
            case "cancelled" -> Names.pick(CANCELLATIONS, random);
            case "suspended" -> Names.pick(SUSPENSIONS, random);
            default -> "";
        };
    }

    private double near(double degrees) {
        return Math.round((degrees + (random.nextDouble() - 0.5) * 0.08) * 1e5) / 1e5;
    }
}
