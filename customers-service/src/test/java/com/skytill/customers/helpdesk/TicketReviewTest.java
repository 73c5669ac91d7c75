package com.skytill.customers.helpdesk;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static com.skytill.customers.helpdesk.HelpdeskApi.COLLEAGUE;
import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.STRANGER;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.get;
import static com.skytill.customers.helpdesk.HelpdeskApi.post;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticketOf;
import static com.skytill.customers.helpdesk.HelpdeskApi.tickets;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What was submitted by somebody who can't review: nobody sees it until it is approved, once. */
@QuarkusTest
class TicketReviewTest {

    private int department;

    @BeforeEach
    void prepare() {
        department = department("thandi");
    }

    @Test
    void waitingTicketIsVisibleNowhere() {
        int update = waiting(post(STRANGER, "add_helpdesk_ticket", ticketOf(department)));
        assertEquals(List.of(), tickets(department, Map.of()));
        get(STAFF, "get_helpdesk_ticket_counts", Map.of("department_id", department))
                .then()
                .body("total", equalTo(0));
        int id = approve(update).then().statusCode(200).extract().path("ticket.ticket_id");
        approve(update).then().statusCode(409).body("code", equalTo("already_decided"));
        assertEquals(List.of(id), tickets(department, Map.of()));
        show(id).then().body("created_by", equalTo("stranger"));
    }

    @Test
    void waitingReplyIsVisibleNowhere() {
        int id = ticket(department);
        int update = waiting(
                post(STRANGER, "add_helpdesk_ticket_reply", Map.of("ticket_id", id, "message", "Not seen yet")));
        show(id).then().body("replies.size()", equalTo(0));
        approve(update).then().statusCode(200);
        show(id).then()
                .body("replies.message", equalTo(List.of("Not seen yet")))
                .body("replies.created_by", equalTo(List.of("stranger")));
    }

    @Test
    void waitingChangeIsVisibleNowhereAndNamesItsSubmitterOnceApproved() {
        int id = ticket(department);
        int update = waiting(change(STRANGER, id, 1, Map.of("priority", "urgent")));
        show(id).then()
                .body("priority", equalTo("normal"))
                .body("version", equalTo(1))
                .body("history.size()", equalTo(0));
        assertEquals(List.of(), tickets(department, Map.of("priority", "urgent")));
        approve(update).then().statusCode(200);
        show(id).then()
                .body("priority", equalTo("urgent"))
                .body("version", equalTo(2))
                .body("history.changed_by", equalTo(List.of("stranger")));
    }

    @Test
    void approvalOfAChangeThatCameTooLateChangesNothingAndSaysWhy() {
        int id = ticket(department);
        int update = waiting(change(STRANGER, id, 1, Map.of("priority", "urgent")));
        change(COLLEAGUE, id, 1, Map.of("priority", "low")).then().statusCode(200);
        approve(update)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal_state"))
                .body("detail", allOf(containsString("sipho"), containsString("version 2")));
        show(id).then().body("priority", equalTo("low")).body("version", equalTo(2));
    }

    @Test
    void approvalAtOnceAppliesOnce() throws Exception {
        int id = ticket(department);
        int update = waiting(change(STRANGER, id, 1, Map.of("priority", "urgent")));
        var statuses = Parallel.run(4, ignored -> approve(update).statusCode());
        assertEquals(List.of(200, 409, 409, 409), statuses.stream().sorted().toList());
        show(id).then().body("version", equalTo(2)).body("history.size()", equalTo(1));
    }

    @Test
    void approvalOfATicketForSomebodyWhoLeftSaysWhy() {
        var parameters = ticketOf(department);
        parameters.put("assignee", "thandi");
        int update = waiting(post(STRANGER, "add_helpdesk_ticket", parameters));
        post(
                        STAFF,
                        "update_helpdesk_department",
                        Map.of("department_id", department, "remove_members", "thandi", "no_default_assignee", true))
                .then()
                .statusCode(200);
        approve(update).then().statusCode(400).body("errors.parameter", equalTo(List.of("assignee")));
        assertEquals(List.of(), tickets(department, Map.of()));
    }

    @Test
    void waitingDepartmentIsVisibleNowhere() {
        String name = "Department " + UUID.randomUUID();
        waiting(post(STRANGER, "add_helpdesk_department", Map.of("name", name)));
        post(STAFF, "add_helpdesk_department", Map.of("name", name)).then().statusCode(201);
    }

    @Test
    void faultyChangeIsRefusedWhenSubmitted() {
        int id = ticket(department);
        change(STRANGER, id, 1, Map.of("assignee", "somebody")).then().statusCode(400);
        change(STRANGER, id, 1, Map.of("status", "resolved")).then().statusCode(400);
    }

    @Test
    void sameKeyChangesOnceAndGetsTheFirstAnswer() {
        int id = ticket(department);
        var changes = Map.of(
                "priority", "urgent", "idempotency_key", UUID.randomUUID().toString());
        String first =
                change(STAFF, id, 1, changes).then().statusCode(200).extract().asString();
        var again = change(STAFF, id, 1, changes);
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(first, again.asString());
        show(id).then().body("version", equalTo(2));
    }

    private static int waiting(Response answer) {
        return answer.then()
                .statusCode(202)
                .body("status", equalTo("pending_review"))
                .body("ticket", nullValue())
                .body("reply", nullValue())
                .extract()
                .path("update_id");
    }

    private static Response approve(int update) {
        return post(STAFF, "approve_customers_update", Map.of("update_id", update));
    }
}
