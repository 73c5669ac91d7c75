package com.skytill.local.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A ticket of the demonstration. A customer has one ticket of a subject, by which it is known again.
 *
 * @param customer whose, counted from 0
 * @param assignee empty for the department's default
 * @param replies what is said about it, in turn
 * @param status how it ends
 */
record Ticket(
        int customer,
        String department,
        String subject,
        String description,
        String priority,
        String assignee,
        List<Reply> replies,
        String status,
        String resolution) {

    /** What is said, to the customer or among staff. */
    record Reply(String message, boolean internal) {}

    private record Case(String department, String subject, String description, String resolution) {}

    private static final long SEED = 20_260_403;

    private static final List<Case> CASES = List.of(
            new Case(
                    "Support",
                    "No internet since this morning",
                    "The lights of the router are on, but nothing opens.",
                    "The PoE adapter was unplugged."),
            new Case(
                    "Support",
                    "Slow in the evenings",
                    "From about 19:00 films stop every few minutes.",
                    "Moved to the less busy sector of the tower."),
            new Case(
                    "Support",
                    "Wi-Fi does not reach the bedroom",
                    "Two walls away from the router there is one bar only.",
                    "A second access point was sold and installed."),
            new Case(
                    "Support",
                    "Router restarts by itself",
                    "Several times a day, also at night.",
                    "The power supply was replaced."),
            new Case(
                    "Support",
                    "Can't send e-mail",
                    "Receiving works. Sending says that the password is wrong.",
                    "The mail program had the old password for sending."),
            new Case(
                    "Support",
                    "Antenna moved in the wind",
                    "After last night's storm the speed is a tenth of before.",
                    "Realigned; signal is -58 dBm again."),
            new Case(
                    "Support",
                    "Voucher is refused",
                    "The guest typed it three times; it says that it is used up.",
                    "It was used up indeed; another one was issued."),
            new Case(
                    "Support",
                    "Games lag",
                    "The ping jumps from 20 to 300 ms.",
                    "A neighbour's access point was on the same channel."),
            new Case(
                    "Accounts",
                    "Invoice shows the wrong VAT number",
                    "Ours ends in 71, the invoice says 17.",
                    "Corrected, and the invoice was sent again."),
            new Case(
                    "Accounts",
                    "Paid twice in error",
                    "Please put the second payment towards next month.",
                    "The credit stands on the account."),
            new Case(
                    "Accounts",
                    "Change of debit order date",
                    "We are paid on the 25th from now on.",
                    "Moved to the billing group After payday."),
            new Case("Accounts", "Statement of the last year", "Our accountant asks for all payments.", "Sent as PDF."),
            new Case(
                    "Installations",
                    "Move to another house",
                    "We move at the end of the month, three streets away.",
                    "Installed at the new address."),
            new Case(
                    "Installations",
                    "Line of sight to the new shed",
                    "Can the shed get a connection of its own?",
                    "A point-to-point link was installed."),
            new Case(
                    "Installations",
                    "Cable was chewed by the dog",
                    "The outside cable needs to be replaced.",
                    "Replaced, in a conduit this time."),
            new Case(
                    "Installations",
                    "Upgrade to fibre",
                    "Our street has been trenched. When can we change?",
                    "Changed over; the antenna was taken down."));

    private static final List<Reply> REPLIES = List.of(
            new Reply("Thank you for telling us. We are looking into it.", false),
            new Reply("Could you please restart the router and tell us which lights are on?", false),
            new Reply("The customer has called again.", true),
            new Reply("A technician can come on Thursday between 9:00 and 12:00. Does that suit you?", false),
            new Reply("Signal at the tower looks fine, must be on the customer's side.", true),
            new Reply("We have changed something on our side. Is it better now?", false),
            new Reply("Spare part is ordered, should be here in two days.", true));

    /** The first so many, of the first so many customers; more of them begin with the same when the customers do. */
    static List<Ticket> make(int count, int customers) {
        var random = new Random(SEED);
        var made = new ArrayList<Ticket>();
        for (int index = 0; index < count; index++) {
            made.add(make(index, customers, random));
        }
        return made;
    }

    private static Ticket make(int index, int customers, Random random) {
        var about = CASES.get(index % CASES.size());
        // A customer's turn comes with another case each time, up to as many as there are cases.
        int customer = (int) ((index * 37L + index / CASES.size()) % customers);
        var replies = new ArrayList<Reply>();
        int most = random.nextInt(5);
        for (int reply = 0; reply < most; reply++) {
            replies.add(REPLIES.get((reply * 2 + index) % REPLIES.size()));
        }
        return new Ticket(
                customer,
                about.department(),
                about.subject(),
                about.description(),
                priority(random.nextInt(100)),
                random.nextInt(3) == 0 ? "" : Names.pick(StaffLoader.HELPDESK, random),
                List.copyOf(replies),
                status(random.nextInt(100)),
                about.resolution());
    }

    private static String priority(int percent) {
        if (percent < 15) {
            return "low";
        }
        if (percent < 75) {
            return "normal";
        }
        return percent < 93 ? "high" : "urgent";
    }

    private static String status(int percent) {
        if (percent < 22) {
            return "open";
        }
        if (percent < 34) {
            return "pending";
        }
        if (percent < 42) {
            return "on_hold";
        }
        return percent < 72 ? "resolved" : "closed";
    }
}
