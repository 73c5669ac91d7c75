package com.skytill.customers.helpdesk;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import static com.skytill.customers.helpdesk.HelpdeskApi.COLLEAGUE;
import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.post;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two people change one ticket: the later is told, and nothing is overwritten. */
@QuarkusTest
class TicketVersionTest {

    @Test
    void laterIsToldWhoWasFirstAndWhen() {
        int id = ticket(department("thandi"));
        change(COLLEAGUE, id, 1, Map.of("priority", "urgent")).then().statusCode(200);
        String at = show(id).path("changed_at");
        change(STAFF, id, 1, Map.of("priority", "low", "subject", "Solved"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString("sipho"), containsString(at), containsString("version 2")));
        show(id).then()
                .body("priority", equalTo("urgent"))
                .body("subject", equalTo("No signal"))
                .body("version", equalTo(2))
                .body("history.size()", equalTo(1));
    }

    @Test
    void versionIsMandatoryAndOneThatTheTicketHas() {
        int id = ticket(department("thandi"));
        post(STAFF, "update_helpdesk_ticket", Map.of("ticket_id", id, "priority", "low"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("version")));
        change(STAFF, id, 2, Map.of("priority", "low"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("version")));
        show(id).then().body("priority", equalTo("normal")).body("version", equalTo(1));
    }

    @Test
    void ofManyAtOnceWithOneVersionOneWins() throws Exception {
        int id = ticket(department("thandi"));
        var statuses = Parallel.run(
                30,
                i -> change(i % 2 == 0 ? STAFF : COLLEAGUE, id, 1, Map.of("subject", "Subject " + i))
                        .statusCode());
        assertEquals(1, Collections.frequency(statuses, 200));
        assertEquals(29, Collections.frequency(statuses, 409));
        int winner = statuses.indexOf(200);
        show(id).then()
                .body("version", equalTo(2))
                .body("subject", equalTo("Subject " + winner))
                .body("changed_by", equalTo(winner % 2 == 0 ? "naledi" : "sipho"))
                .body("history.to", equalTo(List.of("Subject " + winner)));
    }

    @Test
    void changesOfDifferentFieldsAtOnceAreNotMixedEither() throws Exception {
        for (int round = 0; round < 10; round++) {
            int id = ticket(department("thandi"));
            var changes = List.of(Map.of("priority", "urgent"), Map.of("status", "pending"));
            var statuses =
                    Parallel.run(2, i -> change(STAFF, id, 1, changes.get(i)).statusCode());
            assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
            boolean first = statuses.getFirst() == 200;
            show(id).then()
                    .body("priority", equalTo(first ? "urgent" : "normal"))
                    .body("status", equalTo(first ? "open" : "pending"));
        }
    }

    @Test
    void whoReadsAgainAndTriesAgainLosesNothing() throws Exception {
        int id = ticket(department("thandi"));
        int people = 8;
        Parallel.run(people, i -> {
            int status = 409;
            while (status == 409) {
                status = change(id, Map.of("subject", "Subject " + i)).statusCode();
            }
            return status;
        });
        List<String> became = show(id).path("history.to");
        assertEquals(people, new HashSet<>(became).size());
        show(id).then().body("version", equalTo(people + 1));
    }

    @Test
    void closedTicketGetsNoReplyThatCameAtOnceWithTheEnd() throws Exception {
        int id = ticket(department("thandi"));
        var statuses = Parallel.run(
                20,
                i -> i == 10
                        ? change(STAFF, id, 1, Map.of("status", "closed")).statusCode()
                        : post(STAFF, "add_helpdesk_ticket_reply", Map.of("ticket_id", id, "message", "Reply " + i))
                                .statusCode());
        assertEquals(200, statuses.get(10));
        show(id).then()
                .body("status", equalTo("closed"))
                .body("replies.size()", equalTo(Collections.frequency(statuses, 201)));
        assertEquals(19, Collections.frequency(statuses, 201) + Collections.frequency(statuses, 409));
    }
}
